"""The second loop over a generator sees nothing, silently: it has already finished."""


def temperatures():
    yield from [21, 24, 19]


readings = temperatures()
print("highest:", max(readings))
print("again:  ", list(readings))

print("average:", sum(temperatures()) / 3)
print(max(readings))
