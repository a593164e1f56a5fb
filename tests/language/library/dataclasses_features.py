"""Library reference: dataclasses."""
import dataclasses
import inspect
from dataclasses import *
from typing import ClassVar, Any


@dataclass
class Item:
    """An item."""
    name: str
    price: float
    count: int = 0
    tags: list = field(default_factory=list, repr=False)
    total_made: ClassVar[int] = 0
    note: str = field(default='', compare=False, kw_only=True)

    def total(self):
        return self.price * self.count


i = Item('a', 1.5, 2, note='n')
print(i, i == Item('a', 1.5, 2), i.total(), Item.__doc__, inspect.signature(Item), Item.__match_args__, [f.name for f in fields(i)], asdict(i), astuple(i), replace(i, count=5), is_dataclass(i), is_dataclass(Item), i.tags is Item('b', 1).tags, hasattr(Item, 'tags'), Item.count, Item.__hash__)
for bad in (lambda: Item(), lambda: Item('a', 1, 2, [], 'n'), lambda: Item('a', 1, nope=2), lambda: hash(i), lambda: i < i, lambda: replace(i, nope=1), lambda: fields(5), lambda: asdict(Item), lambda: dataclass(5), lambda: replace(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default='', compare=False)

    def __post_init__(self):
        object.__setattr__(self, 'label', f'v{self.major}.{self.minor}')


v = Version(1, 2)
print(v, v < Version(2), sorted([Version(2), v]), hash(v) == hash(Version(1, 2, 'x')), {v: 1}, v >= Version(1, 2), max(Version(1), Version(0, 9)))
for bad in (lambda: setattr(v, 'major', 5), lambda: delattr(v, 'major'), lambda: setattr(v, 'new', 5), lambda: v < 5, lambda: v < (1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    x: Any = 15.0
    y: int = 0


@dataclass
class Derived(Base):
    z: int = 10
    x: int = 15


print(Derived(), Derived(y=1), [f.name for f in fields(Derived)], Derived.__mro__[1].__name__, Derived() == Base(15, 0))


@dataclass
class WithInit:
    a: int
    b: InitVar[int] = 5
    c: int = field(init=False)

    def __post_init__(self, b):
        self.c = self.a + b


print(WithInit(1), WithInit(1, 10), [f.name for f in fields(WithInit)], inspect.signature(WithInit.__init__))
for source in ("class A:\n    x: int = 1\n    y: int", "class A:\n    x: list = []", "class A:\n    x: dict = {}", "class A:\n    x: int = field(default=1, default_factory=int)", "class A:\n    __slots__ = ('x',)\n    x: int = 1", "class A:\n    x: int = field()\n    y = field()", "class A:\n    x: ClassVar[int] = field(default_factory=int)"):
    try:
        exec(f'@dataclass\n{source}')
        print('fine', source)
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Slotted:
    a: int
    b: int = 2


s = Slotted(a=1)
print(s.a, s.b, Slotted.__slots__, hasattr(s, '__dict__'), s == Slotted(a=1), repr(s).startswith('<__main__.Slotted object'), inspect.signature(Slotted))


@dataclass
class Kw:
    a: int
    _: KW_ONLY
    b: int
    c: int = 3


print(Kw(1, b=2), Kw.__match_args__)
try:
    Kw(1, 2)
except TypeError as error:
    print(error)
P = make_dataclass('P', ['x', ('y', int), ('z', int, field(default=5))], namespace={'add': lambda self: self.x + self.y}, bases=(Base,) if False else (), frozen=True)
print(P(1, 2), P(1, 2).add(), P.__module__, [f.type for f in fields(P)])


@dataclass
class Tree:
    value: int
    children: list['Tree'] = field(default_factory=list)


t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t, asdict(t), astuple(t), asdict(t, dict_factory=lambda pairs: len(pairs)))
t.children.append(t)
print(t)
f = fields(Item)[2]
print(f.name, f.type, f.default, f.default_factory is MISSING, f.init, f.repr, f.hash, f.compare, f.metadata, f.kw_only)
print(field(default=1, metadata={'k': 'v'}).metadata['k'], repr(field(default=3))[:40], MISSING, KW_ONLY)


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: list = field(hash=False, default_factory=list)


print(hash(Hashed(1)) == hash(Hashed(1, [2])), Hashed.__dataclass_params__)


@dataclass
class Desc:
    class D:
        def __get__(self, obj, owner):
            return 5 if obj is None else getattr(obj, '_v', 'unset')

        def __set__(self, obj, value):
            obj._v = value * 2
    v: int = D()


print(Desc(), Desc(3).v, copy.replace(i, count=9) if False else '')
