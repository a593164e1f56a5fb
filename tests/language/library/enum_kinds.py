"""Library reference: enum."""
import enum
from enum import *


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


print(Color.RED, repr(Color.RED), Color(1), Color['RED'], Color.RED.name, Color.RED.value, Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED in Color, 1 in Color, 9 in Color, Color.__members__, isinstance(Color.RED, Color), type(Color.RED), hash(Color.RED) == hash('RED'), Color.RED == 1, Color.RED != Color.BLUE, f'{Color.RED}', f'{Color.RED:>12}', Color.RED < Color.BLUE if False else '', bool(Color.RED), {Color.RED: 1}, list(reversed(Color)), Color.RED.__doc__, Color.__doc__)
for bad in (lambda: Color(9), lambda: Color['X'], lambda: Color.X, lambda: setattr(Color, 'RED', 5), lambda: delattr(Color, 'RED'), lambda: Color.RED < Color.BLUE, lambda: Color.RED.GREEN.nope, lambda: Color(), lambda: type('Sub', (Color,), {}), lambda: setattr(Color.RED, 'value', 2), lambda: setattr(Color.RED, 'name', 2), lambda: Color.RED(), lambda: Color.RED + 1, lambda: int(Color.RED), lambda: Color.__new__(5) if False else Color([])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f'{name}-{start}-{count}-{last_values}'
    A = auto()
    B = auto()


class Planet(Enum):
    EARTH = (5.976e+24, 6.37814e6)
    MARS = (6.421e+23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return round(6.67300E-11 * self.mass / self.radius ** 2, 3)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)


print(Auto.A.value, Auto.B.value, Planet.EARTH.gravity, Planet.heaviest(), Planet.EARTH.value, Planet.MARS.mass)


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == 'a' else None


print(Missing('a'))


class Shape(IntEnum):
    SQUARE = 2
    CIRCLE = auto()


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6


class IPerm(IntFlag):
    R = 4
    W = 2


class Name(StrEnum):
    FIRST = auto()
    OTHER = 'o'


print(Shape.CIRCLE, repr(Shape.CIRCLE), Shape.SQUARE + 1, Shape.SQUARE == 2, [1, 2, 3][Shape.SQUARE], f'{Shape.SQUARE:03}', Shape.SQUARE < Shape.CIRCLE, int(Shape.SQUARE), Shape(3))
print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm(7), Perm(0), ~Perm.R, Perm.R & Perm.RW, Perm.R in Perm.RW, bool(Perm(0)), list(Perm.RW), len(Perm.RW), Perm.R ^ Perm.RW, Perm.RW.name, Perm(5).name, Perm(5).value, list(Perm), Perm['RW'], Perm.R | Perm.W == Perm.RW, str(Perm(5)), f'{Perm.R | Perm.X}', repr(Perm(0)))
print(IPerm.R | 8, repr(IPerm.R | 8), IPerm.R | IPerm.W, IPerm(12) - 1, repr(IPerm(0)), repr(~IPerm.R), IPerm.R & 1, 5 & IPerm.R, repr(IPerm(7)), IPerm.R + 1, f'{IPerm.R}')
print(Name.FIRST, repr(Name.FIRST), Name.FIRST.upper(), Name.OTHER == 'o', f'{Name.FIRST!r:>20}', 'first' in [Name.FIRST], Name('o'), ','.join(Name))
for bad in (lambda: Perm(8), lambda: Perm.R | 1, lambda: Name('zzz'), lambda: StrEnum('B', {'A': 1}), lambda: Perm('x'), lambda: Shape('a'), lambda: IntEnum('Bad', {'A': 'x'}), lambda: Perm.R + 1, lambda: ~Shape.SQUARE and Shape(99)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
Animal = Enum('Animal', 'ANT BEE CAT')
Other = Enum('Other', ['A', 'B'], start=10, module='m', qualname='q.Other')
print(list(Animal), Animal.__module__, list(Other), Other.__qualname__, Enum('D', {'X': 1}).X, Enum('P', [('A', 5)])['A'].value)
try:
    @unique
    class Mistake(Enum):
        ONE = 1
        UNO = 1
except ValueError as error:
    print(error)
try:
    @verify(CONTINUOUS)
    class Gaps(IntEnum):
        A = 1
        B = 3
except ValueError as error:
    print(error)
try:
    class Dup(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)


class Mixed(Enum):
    _ignore_ = ['temp']
    temp = 5
    A = member(1)
    f = nonmember(5)

    def method(self):
        return self.name.lower()

    class Inner:
        pass


print(list(Mixed), Mixed.f, Mixed.A.method(), hasattr(Mixed, 'temp'))


class Date(bytes, Enum):
    A = b'a'

    def __new__(cls, value):
        obj = bytes.__new__(cls, value)
        obj._value_ = value * 2
        obj.extra = 'x'
        return obj


print(Date.A, Date.A.value, Date.A.extra, Date(b'aa'), isinstance(Date.A, bytes))


class Conform(Flag, boundary=KEEP):
    A = 1


class Eject(IntFlag, boundary=EJECT):
    A = 1


print(repr(Conform(9)), Eject(5), type(Eject(5)).__name__, enum.show_flag_values(5) if hasattr(enum, 'show_flag_values') else '', ReprEnum.__name__, EnumType is EnumMeta)
