"""Resuming a generator through a hundred `yield from`."""

from measure import measure

N = 100_000


def delegate(n, depth):
    if depth:
        yield from delegate(n, depth - 1)
    else:
        for i in range(n):
            yield i


def work():
    for _ in delegate(N, 100):
        pass


measure("coroutines_yield_from_depth_100", work, N)
