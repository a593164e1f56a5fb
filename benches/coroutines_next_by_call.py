"""Resuming a generator by calling `next`."""

from measure import measure

N = 1_000_000


def endless():
    while True:
        yield None


def work():
    generator = endless()
    for _ in range(N):
        next(generator)


measure("coroutines_next_by_call", work, N)
