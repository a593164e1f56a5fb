"""Generators that stand at their first `yield`."""

from resident import bytes_each

N = 200_000


def generator():
    yield 1


def make():
    generators = [generator() for _ in range(N)]
    for each in generators:
        next(each)
    return generators


bytes_each("memory_suspended_generator", make, N)
