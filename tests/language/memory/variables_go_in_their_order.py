"""Variables and attributes go in their order, items of a tuple from the last to the first."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def fails():
    a, b = Noisy("a"), Noisy("b")
    c = Noisy("c")
    1 / 0


def waits():
    a, b = Noisy("a"), Noisy("b")
    c = Noisy("c")
    yield
    1 / 0


print("a function that failed")
try:
    fails()
except ZeroDivisionError:
    pass

print("a generator that nobody wants")
generator = waits()
next(generator)
del generator

print("a generator that failed")
try:
    list(waits())
except ZeroDivisionError:
    pass


class Holder:
    pass


class Slotted:
    __slots__ = ("second", "first")


print("attributes")
holder = Holder()
holder.one, holder.two, holder.three = Noisy(1), Noisy(2), Noisy(3)
del holder
slotted = Slotted()
slotted.first, slotted.second = Noisy("first"), Noisy("second")
del slotted

print("items")
items = Noisy(1), Noisy(2), Noisy(3)
del items
items = [Noisy(1), Noisy(2), Noisy(3)]
del items
items = {1: Noisy(1), 2: Noisy(2)}
del items
