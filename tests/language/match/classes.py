class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def f(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case int(n):
            return f"int {n}"
        case str() | bytes() as s:
            return f"text {s!r}"
        case list([a, *_]):
            return f"list {a}"


print([f(p) for p in (Point(0, 0), Point(0, 5), Point(2, 2), Point(1, 2), 7, "s", [9, 8], 2.5)])
