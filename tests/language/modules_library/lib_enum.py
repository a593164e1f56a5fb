"""Enumerations of every kind."""
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()


print(Color.RED, repr(Color.RED), Color(2), Color["GREEN"], Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.__members__, Color.RED.pretty, Color.RED in Color, 2 in Color)
print(f"{Color.RED} {Color.RED!r:>20}", {Color.RED: "r"}, Color.RED == 1, Color)
for bad in (lambda: Color(9), lambda: Color["BLUE"], lambda: Color.BLUE, lambda: setattr(Color, "RED", 3)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    class More(Color):
        X = 3
except TypeError as error:
    print(error)


class Weekday(IntEnum):
    MONDAY = auto()
    TUESDAY = auto()


class Mode(StrEnum):
    READ = auto()
    WRITE = "w"


print(Weekday.TUESDAY + 1, Weekday.MONDAY < Weekday.TUESDAY, f"{Weekday.MONDAY}", repr(Weekday.MONDAY))
print(Mode.READ, Mode.WRITE == "w", "mode " + Mode.READ, repr(Mode.READ))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, Perm.RW, Perm.RW & Perm.W, ~Perm.R, Perm(0), bool(Perm(0)), list(Perm.RW))
print(Perm.R in Perm.RW, repr(Perm.R | Perm.X), len(Perm.RW), Perm(5))
try:
    Perm(16)
except ValueError as error:
    print(error)


class Bits(IntFlag):
    A = 1
    B = 4


print(Bits.A | 8, repr(Bits.A | Bits.B), Bits(5) == 5, Bits.A | 2)


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @classmethod
    def _missing_(cls, value):
        return cls.EARTH if value == "home" else None


print(Planet.MARS.radius, Planet("home"), Planet((6.42e23, 3.39e6)))

Animal = Enum("Animal", "CAT DOG")
Sized = Enum("Sized", {"S": 1, "L": 10}, type=int)
print(list(Animal), Sized.L + 1)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    A = auto()
    B = auto()


print([m.value for m in Named], enum.Flag.__mro__[1].__name__)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green matched")
