"""Library reference: enum, behaviour to the edges."""
import enum
from enum import *


class Mood(Enum):
    FUNKY = 1
    HAPPY = 3

    def describe(self):
        return self.name, self.value

    def __str__(self):
        return f'my custom str! {self.value}'

    @classmethod
    def favourite(cls):
        return cls.HAPPY

    @property
    def level(self):
        return self.value * 10


print(Mood.favourite().describe(), str(Mood.FUNKY), repr(Mood.FUNKY), f'{Mood.FUNKY}', f'{Mood.FUNKY!r}', Mood.HAPPY.level, Mood(3) is Mood.HAPPY)


class Coordinate(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label, obj.unit = label, unit
        return obj
    PX = (0, 'P.X', 'km')
    VY = (2, 'V.Y', 'km/s')


print(Coordinate.PX.name, Coordinate(2).label, Coordinate.PX.unit, bytes(Coordinate.VY))


class OrderedEnum(Enum):
    def __ge__(self, other):
        return self.value >= other.value if self.__class__ is other.__class__ else NotImplemented

    def __lt__(self, other):
        return self.value < other.value if self.__class__ is other.__class__ else NotImplemented


class Grade(OrderedEnum):
    A = 5
    B = 4
    F = 0


print(Grade.A >= Grade.B, Grade.F < Grade.B, sorted(Grade), max(Grade, key=lambda g: g.value))
try:
    Grade.A < Mood.FUNKY
except TypeError as error:
    print(error)


class Auto(Enum):
    A = auto()
    B = 10
    C = auto()
    D = A


class StrAuto(StrEnum):
    HELLO_WORLD = auto()
    X = 'custom'


class FlagAuto(Flag):
    A = auto()
    B = auto()
    C = auto()
    AC = A | C
    NONE = 0


print(list(Auto), Auto.C.value, Auto.D, list(Auto.__members__), list(StrAuto), StrAuto.HELLO_WORLD.title(), list(FlagAuto), FlagAuto.AC, FlagAuto.NONE, FlagAuto.__members__.keys(), FlagAuto(5) is FlagAuto.AC, FlagAuto['A'] | FlagAuto['B'], ~FlagAuto.AC, FlagAuto.A in FlagAuto.AC, [f.name for f in FlagAuto.AC], FlagAuto(6).name, str(FlagAuto(7)), repr(FlagAuto(7)), bool(FlagAuto.NONE), FlagAuto.A ^ FlagAuto.AC, len(FlagAuto(7)))


class Perms(IntFlag):
    R, W, X = 4, 2, 1
    RWX = 7


print(Perms.R | Perms.X, Perms.RWX & ~Perms.W, Perms(0), Perms(8), repr(Perms(8 | 4)), Perms.R + 0, Perms.R == 4, Perms['RWX'], [*Perms.RWX], Perms.W in Perms.RWX, 2 in Perms, Perms.R.__class__, Perms(-1), int(~Perms.R), f'{Perms.R | Perms.W:#x}', f'{Perms.RWX}')


class Weird(Enum):
    A = [1, 2]
    B = {'k': 1}
    D = (lambda: 5)()

    f = lambda self: 'method'


print([m.name for m in Weird], Weird([1, 2]), Weird({'k': 1}), Weird.A.f(), hash(Weird.A) == hash('A'))


class Vehicle(Enum):
    CAR = 'car', 4
    BIKE = 'bike', 2

    def __init__(self, label, wheels):
        self.label, self.wheels = label, wheels

    @enum.property
    def doubled(self):
        return self.wheels * 2

    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.label == value:
                return m


print(Vehicle.CAR.wheels, Vehicle.BIKE.doubled, Vehicle('bike'), Vehicle(('car', 4)))
for bad in (lambda: Vehicle('plane'), lambda: Auto(99), lambda: Auto['zzz'], lambda: FlagAuto(99), lambda: FlagAuto.A | 1, lambda: Mood.FUNKY < Mood.HAPPY, lambda: len(Mood.FUNKY), lambda: type('Sub', (Mood,), {}), lambda: setattr(Mood, 'FUNKY', 5), lambda: delattr(Mood, 'FUNKY'), lambda: Mood.NEW, lambda: Mood(), lambda: Mood.FUNKY.FUNKY.HAPPY.zzz, lambda: unique(Auto), lambda: int(Mood.FUNKY), lambda: Mood.FUNKY + 1, lambda: StrEnum('S', {'A': 5}), lambda: IntEnum('I', {'A': 'x'}), lambda: Enum('E', 'a a'), lambda: Enum('E', 5), lambda: setattr(Mood.FUNKY, 'value', 5), lambda: 'x' in Mood, lambda: {Mood.FUNKY: 1}[Mood.HAPPY], lambda: Enum('Bad', {'mro': 1}), lambda: Mood.__call__(1, 2, 3) if False else Mood(1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for source in ("class B(Enum):\n    A = 1\n    A = 2", "class B(Enum):\n    _a_ = 1", "class B(int, Enum):\n    A = 'x'", "class B(Enum):\n    A: int = 1\n    B: int", "class B(Enum):\n    mro = 1", "class B(Enum):\n    __private = 1", "@verify(UNIQUE)\nclass B(Enum):\n    A = 1\n    C = 1", "@verify(NAMED_FLAGS)\nclass B(Flag):\n    A = 1\n    C = 6", "class B(Enum):\n    def _generate_next_value_(name, s, c, l): return name\n    A = auto()", "class B(Enum):\n    A = auto()\n    def _generate_next_value_(name, s, c, l): return name", "class B(Enum, int):\n    A = 1"):
    try:
        exec(source, ns := dict(globals()))
        print([(m.name, m.value) for m in ns['B']])
    except Exception as error:
        print(type(error).__name__, error)
print(Enum('Animal', ['CAT', 'DOG'], start=5)['DOG'].value, Enum('T', {'a': 1}, type=int).a + 1, member, nonmember, [m.value for m in Enum('Q', 'x,y z')], Mood.__doc__, Mood.FUNKY.__class__.__name__, Mood.__len__(), Mood.__contains__(Mood.FUNKY), bool(Mood), list(reversed(Mood)), Mood.__name__, dir(Mood)[:2], 'describe' in dir(Mood.FUNKY))
import copy
print(copy.copy(Mood.FUNKY) is Mood.FUNKY, copy.deepcopy(Mood.HAPPY) is Mood.HAPPY, Mood.FUNKY.__reduce_ex__(2)[0] is not None)
