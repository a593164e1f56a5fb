"""Reading an attribute of an object."""

from measure import measure

N = 1_000_000


class Point:
    def __init__(self):
        self.x, self.y = 1, 2


def work():
    point = Point()
    for _ in range(N):
        point.y


measure("language_attribute_read", work, N)
