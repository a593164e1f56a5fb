"""Sets that are small, grow, shrink and are asked by keys with their own equality."""


def show(s):
    print(type(s).__name__, len(s), list(s))


for count in (0, 1, 3, 4, 5, 8, 20, 60):
    s = set(range(0, count * 7, 7))
    show(s)
    show(s | {3})
    show(s & set(range(50)))
    show(s - {7, 14})
    show(s ^ {0, 1, 2})
    show(frozenset(s) | s)
    show(s | frozenset([100]))
    copy = s.copy()
    copy.discard(7)
    copy.add(-1)
    copy.add(7)
    show(copy)
    show(copy | s)
    while copy:
        copy.pop()
    copy.update(s, [1, 2])
    show(copy)


class Key:
    def __init__(self, number, act=None):
        self.number = number
        self.act = act

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.act is not None:
            self.act()
        return isinstance(other, Key) and self.number == other.number

    def __repr__(self):
        return f"Key({self.number})"


keys = [Key(i) for i in range(4)]
s = set(keys)
print(s, Key(2) in s, Key(9) in s, 1 in s, s | {Key(7)}, s - {Key(0)}, s & {Key(3), 1})
s.add(1)
print(s, True in s, s.pop() in keys)

changing = {Key(1), Key(2)}
probe = Key(2, lambda: changing.discard(Key(1)))
print(probe in changing, changing)

table = {Key(1): "a", Key(2): "b", 1: "c", "x": "d"}
print(table[Key(2)], table[1], table.get(Key(5)), table[True], Key(1) in table)


def clear():
    table.clear()
    table[Key(2)] = "new"


print(table.get(Key(2, clear)), table)

for bad in ([], {}, {1}):
    for operation in (lambda: bad in {1}, lambda: {1}.discard(bad), lambda: {bad}, lambda: {1} | bad):
        try:
            print(operation())
        except TypeError as error:
            print("TypeError:", error)

print({frozenset({1})} >= {frozenset({1})}, {1} in {frozenset({1})})
print({"a": 1} | {"b": 2}, 2**70 + 2**70, 2**70 % 2**69)


class Sub(set):
    def __or__(self, other):
        return "sub"

    def __ror__(self, other):
        return "reflected"


print({1} | Sub(), Sub() | {1}, Sub({1}) & {1}, type(Sub({1}) & {1}).__name__)
items = {1, 2, 3}
try:
    for item in items:
        items.add(item + 10)
except RuntimeError as error:
    print("RuntimeError:", error)
