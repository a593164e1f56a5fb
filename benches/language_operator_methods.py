"""Adding objects with `__add__`."""

from measure import measure

N = 200_000


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


def work():
    total, step = Vector(0, 0), Vector(1, 2)
    for _ in range(N):
        total = total + step


measure("language_operator_methods", work, N)
