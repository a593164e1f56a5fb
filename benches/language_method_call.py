"""Calling a method that reads an attribute."""

from measure import measure

N = 600_000


class Counter:
    def __init__(self):
        self.count = 0

    def get(self):
        return self.count


def work():
    counter = Counter()
    for _ in range(N):
        counter.get()


measure("language_method_call", work, N)
