"""Resuming a generator through ten `yield from`."""

from measure import measure

N = 500_000


def delegate(n, depth):
    if depth:
        yield from delegate(n, depth - 1)
    else:
        for i in range(n):
            yield i


def work():
    for _ in delegate(N, 10):
        pass


measure("coroutines_yield_from_depth_10", work, N)
