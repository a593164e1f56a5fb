"""Resuming a generator through one `yield from`."""

from measure import measure

N = 1_000_000


def delegate(n, depth):
    if depth:
        yield from delegate(n, depth - 1)
    else:
        for i in range(n):
            yield i


def work():
    for _ in delegate(N, 1):
        pass


measure("coroutines_yield_from_depth_1", work, N)
