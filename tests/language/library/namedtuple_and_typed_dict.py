"""Library reference: named tuples and typed dicts."""
import collections
import typing
from collections import namedtuple
from typing import NamedTuple, NotRequired, Required, TypedDict

Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
x, y = p
print(p, p[0], p.y, x, y, p == (1, 2), p < Point(1, 3), hash(p) == hash((1, 2)), len(p), 1 in p, p + (3,), p * 2, p[::-1], p._asdict(), p._replace(x=9), Point._make([5, 6]), Point._fields, Point.__doc__, Point.x.__doc__, repr(Point), p.__class__, isinstance(p, tuple), [*p], dict(zip(p._fields, p)), p.index(2), p.count(1), Point.__slots__, hasattr(p, '__dict__'), Point.__match_args__, Point._field_defaults, max([p, Point(0, 5)]), sorted([p, Point(0, 9)]))
D = namedtuple('D', ['a', 'b', 'c'], defaults=[2, 3], module='some.module')
print(D(1), D._field_defaults, D.__module__, D.__new__.__defaults__, namedtuple('E', '')(), namedtuple('R', 'class x x _y 1z', rename=True)._fields, namedtuple('C', 'a, b,c')(1, 2, 3))
match p:
    case Point(x=1, y=b):
        print('matched', b)
match p:
    case Point(1, b):
        print('positional', b)
match p:
    case (a, b):
        print('sequence', a, b)
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(1, 2, x=3), lambda: setattr(p, 'x', 5), lambda: delattr(p, 'x'), lambda: setattr(p, 'new', 5), lambda: p.z, lambda: p._replace(q=1), lambda: Point._make([1]), lambda: namedtuple('P', 'x x'), lambda: namedtuple('P', '_x'), lambda: namedtuple('P', 'def'), lambda: namedtuple('1P', 'x'), lambda: namedtuple('P', 'x y', defaults=[1, 2, 3]), lambda: namedtuple('P', 5), lambda: p[5], lambda: p < 5, lambda: Point._make(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Account(namedtuple('Base', 'owner balance')):
    """An account."""
    __slots__ = ()

    def deposit(self, amount):
        return self._replace(balance=self.balance + amount)

    @property
    def rich(self):
        return self.balance > 100

    def __str__(self):
        return f'{self.owner}: {self.balance}'


a = Account('ann', 50)
print(a, repr(a), a.deposit(100), a.deposit(100).rich, type(a.deposit(1)).__name__, Account.__doc__, Account._make(['b', 1]))


class Employee(NamedTuple):
    """Docs."""
    name: str
    id: int = 3

    def greet(self):
        return f'hi {self.name}'

    @classmethod
    def parse(cls, text):
        return cls(*text.split(','))

    count = 5


e = Employee('Guido')
print(e, e.id, e.greet(), Employee.parse('a,1'), Employee.__annotations__, Employee._field_defaults, Employee.__doc__, Employee.count, e._replace(id=4), Employee.__bases__, Employee.__orig_bases__, Employee.__mro__[1])


class Generic_[T](NamedTuple):
    item: T
    n: int = 1


print(Generic_('x'), Generic_[int](5), Generic_.__type_params__)
for source in ("class Bad(NamedTuple):\n    x: int = 1\n    y: int", "class Bad(NamedTuple):\n    _x: int", "class Bad(NamedTuple, list):\n    x: int", "class Bad(NamedTuple):\n    x: int\n    def __new__(cls): pass", "class Bad(NamedTuple):\n    x: int\n    def _replace(self): pass"):
    try:
        exec(source)
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Series(Movie, total=False):
    episodes: Required[int]
    rating: float


m: Movie = {'title': 'x'}
s = Series(title='t', episodes=5)
print(type(m), s, Movie.__required_keys__, sorted(Movie.__optional_keys__), sorted(Series.__required_keys__), sorted(Series.__optional_keys__), Series.__total__, Movie.__total__, Movie.__annotations__, Series.__bases__, typing.get_type_hints(Series), typing.is_typeddict(Movie), typing.is_typeddict(dict), Movie.__name__, Series.__orig_bases__)
T2 = TypedDict('T2', {'in': int, 'x-y': str}, total=False)
print(T2.__annotations__, T2(**{'in': 1}))
for bad in (lambda: isinstance({}, Movie), lambda: issubclass(dict, Movie), lambda: TypedDict('X', {'a': 5}), lambda: Movie([1]), lambda: type('Y', (Movie, dict), {}), lambda: Movie.nope):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
