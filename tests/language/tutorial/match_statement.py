"""Tutorial 4.7: match."""
from enum import Enum
from dataclasses import dataclass


def http_error(status):
    match status:
        case 400:
            return "Bad request"
        case 401 | 403 | 404:
            return "Not allowed"
        case _:
            return "Something's wrong with the internet"


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


def where(points):
    match points:
        case []:
            return "no points"
        case [Point(0, 0)]:
            return "the origin"
        case [Point(x, y)]:
            return f"single point {x}, {y}"
        case [Point(0, y1), Point(0, y2)]:
            return f"two on the Y axis at {y1}, {y2}"
        case [Point(x, y) as first, *rest] if x == y:
            return f"diagonal {first.x} and {len(rest)} more"
        case _:
            return "something else"


class Color(Enum):
    RED = 'red'
    GREEN = 'green'
    BLUE = 'blue'


for status in (400, 403, 418):
    print(http_error(status))
for points in ([], [Point(0, 0)], [Point(x=3, y=4)], [Point(0, 1), Point(0, 2)], [Point(2, 2), Point(1, 0)],
               [Point(1, 2), 3], 5, (Point(1, 1),)):
    print(where(points))
for value in ((0, 0), (0, 5), (6, 0), (7, 8), "xy", [1, 2], (1, 2, 3)):
    match value:
        case (0, 0):
            print("Origin")
        case (0, y):
            print(f"Y={y}")
        case (x, 0):
            print(f"X={x}")
        case (x, y):
            print(f"X={x}, Y={y}")
        case _:
            print("Not a point", value)
for color in [*Color, "red"]:
    match color:
        case Color.RED:
            print("I see red!")
        case Color.GREEN:
            print("Grass is green")
        case Color.BLUE:
            print("I'm feeling the blues :(")
        case str():
            print("text")
for config in ({"name": "x", "bandwidth": 1, "latency": 2}, {"bandwidth": 3}, {}, {"latency": {"ms": [1, 2]}}):
    match config:
        case {"bandwidth": b, "latency": l, **rest}:
            print(b, l, rest)
        case {"latency": {"ms": [first, *_]}}:
            print("nested", first)
        case {"bandwidth": (1 | 3) as b}:
            print("b", b)
        case {}:
            print("mapping", config)
for value in (1, 1.0, True, None, "a", b"a", [1], 10 ** 30, -3, 2 + 3j):
    match value:
        case True | None:
            print("constant", value)
        case int(n) if n > 10:
            print("big", n)
        case -3:
            print("minus three")
        case int():
            print("int", value)
        case float(f):
            print("float", f)
        case str() | bytes():
            print("text", value)
        case 2 + 3j:
            print("complex")
        case [one]:
            print("list of", one)
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)
