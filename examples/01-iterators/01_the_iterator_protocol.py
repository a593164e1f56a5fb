"""A `for` loop is two function calls: `iter` once, then `next` until StopIteration."""

words = ["ready", "steady", "go"]

print("with for:")
for word in words:
    print(" ", word)

print("by hand:")
iterator = iter(words)
while True:
    try:
        word = next(iterator)
    except StopIteration:
        print("  StopIteration: the loop ends")
        break
    print(" ", word)
