"""Reading a property."""

from measure import measure

N = 500_000


class Square:
    def __init__(self):
        self.side = 3

    @property
    def area(self):
        return self.side


def work():
    square = Square()
    for _ in range(N):
        square.area


measure("language_property", work, N)
