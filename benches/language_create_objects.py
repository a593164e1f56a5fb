"""Creating objects with an `__init__` of three attributes."""

from measure import measure

N = 300_000


class Record:
    def __init__(self, a, b, c):
        self.a = a
        self.b = b
        self.c = c


def work():
    for i in range(N):
        Record(i, 2, 3)


measure("language_create_objects", work, N)
