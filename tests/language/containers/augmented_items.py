"""`container[key] += value`: reading, changing and storing, each of which may fail or run code."""

numbers = [1, 2.5, "x", [0]]
numbers[0] += 1
numbers[-3] *= 2
numbers[2] += "y"
numbers[3] += [1]
numbers[True] -= 0.5
print(numbers)

for index in (4, -5, 10**30, "0", None, 1.0):
    try:
        numbers[index] += 1
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)

table = {"a": 1, 2: []}
table["a"] += 1
table[2] += "xy"
try:
    table["b"] += 1
except KeyError as error:
    print("KeyError", error)
print(table)

pair = (1, [2])
try:
    pair[1] += [3]
except TypeError as error:
    print(error)
try:
    pair[0] = 1
except TypeError as error:
    print(error)
print(pair, pair[0], pair[-1], pair[1][0])


class Loud(list):
    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


loud = Loud([1, 2])
loud[0] += 5
loud[1] = loud[0]
print(loud)


class Last:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)

    def __iadd__(self, other):
        return other


def replace():
    items = [Last("first"), Last("second")]
    items[0] = 1
    print("stored")
    items[1] += Last("third")
    print("changed")
    items[1] = None
    [Last("of a list that nobody keeps")][0] = 2
    print("end")


replace()


def shrink(items):
    items.clear()
    return 1


items = [1, 2, 3]
try:
    items[2] += shrink(items)
except IndexError as error:
    print(error, items)
table = {1: Last("in a dict")}
table[1] = 2
print(table)
swapped = [1, 2]
swapped[0], swapped[1] = swapped[1], swapped[0]
print(swapped)
bytes_ = bytearray(b"abc")
bytes_[0] += 1
print(bytes_)
