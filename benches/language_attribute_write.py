"""Writing an attribute of an object."""

from measure import measure

N = 1_000_000


class Point:
    def __init__(self):
        self.x, self.y = 1, 2


def work():
    point = Point()
    for i in range(N):
        point.y = i


measure("language_attribute_write", work, N)
