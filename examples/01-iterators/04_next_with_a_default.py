"""`next(iterator, default)` asks without risk; without a default it raises."""

letters = iter("ab")

print(next(letters))
print(next(letters))
print(next(letters, "nothing left"))
print(next(letters, "still nothing"))
print(next(letters))
