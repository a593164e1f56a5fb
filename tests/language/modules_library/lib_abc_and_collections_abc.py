"""Abstract classes: missing methods, virtual subclasses, structural checks."""
from abc import ABC, abstractmethod
from collections.abc import (
    AsyncIterator, Awaitable, Callable, Generator, Hashable, Iterable, Mapping, MutableMapping,
    Sequence, Set, Sized,
)


class Shape(ABC):
    @property
    @abstractmethod
    def area(self):
        ...

    @abstractmethod
    def scale(self, factor):
        ...

    @classmethod
    @abstractmethod
    def unit(cls):
        ...


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side ** 2

    def scale(self, factor):
        return Square(self.side * factor)

    @classmethod
    def unit(cls):
        return cls(1)


for cls in (Shape, type("Half", (Shape,), {"scale": lambda self, factor: self})):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Square(3).area, Square.unit().scale(4).area, sorted(Shape.__abstractmethods__))


class Duck:
    pass


@Shape.register
class Rock:
    pass


print(issubclass(Rock, Shape), isinstance(Rock(), Shape), issubclass(Duck, Shape))


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return iter(range(self.start, 0, -1))

    def __len__(self):
        return self.start


for abstract in (Iterable, Sized, Hashable, Sequence, Callable):
    print(abstract.__name__, isinstance(Countdown(3), abstract), isinstance([1], abstract))


def gen():
    yield


async def coro():
    pass


async def agen():
    yield


c = coro()
print(isinstance(gen(), Generator), isinstance(c, Awaitable), isinstance(agen(), AsyncIterator))
c.close()


class LowerDict(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.data = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


d = LowerDict(A=1, b=2)
d["C"] = 3
print(dict(d), "c" in d, d.get("x"), d.setdefault("Z", 9), d.pop("A"), len(d))
print(list(d.items()), d == {"b": 2, "c": 3, "z": 9}, type(d.keys()).__name__, isinstance(d, Mapping))
try:
    d["nothing"]
except KeyError as error:
    print("KeyError", error)


class Bits(Set):
    def __init__(self, items):
        self.items = sorted(set(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


a, b = Bits([1, 2, 3]), Bits([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, Bits([2]) < a, a.isdisjoint(Bits([9])))
