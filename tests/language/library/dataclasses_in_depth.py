"""Library reference: dataclasses, inheritance, fields, hashing, slots, generics."""
import dataclasses
from dataclasses import *
from typing import ClassVar, Generic, TypeVar
import abc
import copy
import functools


@dataclass
class Base:
    a: int
    b: int = 2
    _: KW_ONLY
    k: int = 3


@dataclass
class Child(Base):
    c: int = 4
    a: int = 10
    d: list = field(default_factory=list, kw_only=True)


print(Child(), Child(1, 2, 3, k=4, d=[5]), [f.name for f in fields(Child)], Child.__match_args__, [f.kw_only for f in fields(Child)])
try:
    @dataclass
    class Wrong(Base):
        c: int
except TypeError as error:
    print(error)


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0
    origin: ClassVar['Point'] = None

    def __post_init__(self):
        object.__setattr__(self, 'x', float(self.x))

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def moved(self, dx=0, dy=0):
        return replace(self, x=self.x + dx, y=self.y + dy)


Point.origin = Point(0)
p = Point(3, 4)
print(p, p.norm, p.moved(dy=1), {p: 1}[Point(3, 4.0)], hash(p) == hash((3.0, 4)), p == (3, 4), p != Point(3), copy.replace(p, y=0), Point.origin)
for bad in (lambda: setattr(p, 'x', 1), lambda: delattr(p, 'y'), lambda: setattr(p, 'z', 1), lambda: replace(p, q=1), lambda: Point(), lambda: p < p):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for options in (dict(), dict(eq=False), dict(frozen=True), dict(unsafe_hash=True), dict(order=True), dict(eq=False, frozen=True), dict(order=True, eq=False)):
    try:
        @dataclass(**options)
        class H:
            x: int = 1
        print(options, H.__hash__ is None, H() == H(), hasattr(H, '__lt__') and H.__lt__ is not object.__lt__)
    except ValueError as error:
        print(options, error)
try:
    @dataclass(unsafe_hash=True)
    class Explicit:
        def __hash__(self):
            return 1
except TypeError as error:
    print(error)
try:
    @dataclass(order=True)
    class Ord:
        def __lt__(self, other):
            return True
except TypeError as error:
    print(error)
try:
    @dataclass
    class FrozenChild(Point):
        z: int = 0
except TypeError as error:
    print(error)


@dataclass(slots=True)
class Slots:
    x: int
    y: int = 5
    cached: list = field(default_factory=list, repr=False, compare=False)


s = Slots(1)
print(s, Slots.__slots__, s == Slots(1, cached=[1]), hasattr(s, '__dict__'))
try:
    s.z = 1
except AttributeError as error:
    print(error)


@dataclass(slots=True, weakref_slot=True)
class Weak:
    x: int


import weakref
w = Weak(1)
print(weakref.ref(w)() is w, Weak.__slots__)
T = TypeVar('T')


@dataclass
class Box(Generic[T]):
    item: T
    history: list[T] = field(default_factory=list)


@dataclass
class Node[K]:
    key: K
    left: 'Node[K] | None' = None


print(Box[int](5), Box('x').history, Node(1, Node(2)), fields(Node)[1].type, Box[int].__origin__ is Box)


@dataclass
class Init:
    total: int = field(init=False)
    parts: InitVar[list] = ()
    label: str = field(default='x', init=False, repr=False)

    def __post_init__(self, parts):
        self.total = sum(parts)


print(Init([1, 2]), Init().total, Init([5]).label, [f.name for f in fields(Init)])


@dataclass
class Cfg:
    name: str = field(metadata={'help': 'the name'})
    options: dict = field(default_factory=lambda: {'a': [1]})
    inner: 'Cfg' = None
    pair: tuple = (1, 2)


c = Cfg('n', inner=Cfg('m'))
d = asdict(c)
d['options']['a'].append(2)
print(c.options, d, astuple(c), fields(c)[0].metadata['help'], asdict(c, dict_factory=lambda kv: sorted(k for k, _ in kv)), asdict(Cfg('z', {1: [Point(2)]})))


@dataclass
class Abs(abc.ABC):
    x: int

    @abc.abstractmethod
    def area(self): ...


@dataclass
class Con(Abs):
    def area(self):
        return self.x


print(Con(3).area(), Con(3))
try:
    Abs(1)
except TypeError as error:
    print(error)


@dataclass
class Custom:
    x: int

    def __repr__(self):
        return f'custom {self.x}'

    def __eq__(self, other):
        return True


@dataclass(repr=False, init=False)
class Bare:
    x: int = 7


print(Custom(1), Custom(1) == Custom(2), Custom(1) == 5, Bare().x, repr(Bare())[:16], is_dataclass(Custom), is_dataclass(5), is_dataclass(Custom(1)))


@dataclass
class Cached:
    n: int

    @functools.cached_property
    def square(self):
        print('computing')
        return self.n ** 2


k = Cached(3)
print(k.square, k.square, k, k == Cached(3))
M = make_dataclass('M', [('x', int), 'y', ('z', int, field(default=3, repr=False))], bases=(Base,), namespace={'double': lambda self: self.x * 2}, kw_only=True) if False else make_dataclass('M', [('x', int), 'y', ('z', int, 9)], namespace={'double': lambda self: self.x * 2})
print(M(1, 2), M(1, 2).double(), fields(M)[1].type)
for bad in (lambda: make_dataclass('1x', ['a']) and 'fine', lambda: make_dataclass('X', ['class']), lambda: make_dataclass('X', ['a', 'a']), lambda: make_dataclass('X', [5]), lambda: fields(5), lambda: astuple(5), lambda: asdict(Point), lambda: replace(Point, x=1), lambda: field(default=1, default_factory=list), lambda: replace(Init([1]), total=5), lambda: replace(Init([1]))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
