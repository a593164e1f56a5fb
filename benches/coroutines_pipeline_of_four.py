"""Four generators, each reading from the one before it."""

from measure import measure

N = 400_000


def source(n):
    for i in range(n):
        yield i


def add_one(values):
    for value in values:
        yield value + 1


def doubled(values):
    for value in values:
        yield value * 2


def even(values):
    for value in values:
        if value % 2 == 0:
            yield value


def work():
    for _ in even(doubled(add_one(source(N)))):
        pass


measure("coroutines_pipeline_of_four", work, N)
