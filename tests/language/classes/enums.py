from enum import Enum, Flag, IntEnum, auto


class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1

    def lower(self):
        return self.name.lower()


class N(IntEnum):
    ONE = 1


class P(Flag):
    R = auto()
    W = auto()


print(
    Color.RED,
    repr(Color.GREEN),
    Color(2),
    Color["RED"],
    list(Color),
    Color.CRIMSON is Color.RED,
    Color.RED.lower(),
)
print(
    N.ONE + 1, N.ONE == 1, str(N.ONE), P.R | P.W, P.R in (P.R | P.W), len(Color), Color.RED in Color
)
for call in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 2)):
    try:
        call()
    except (ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
