"""A `for` loop over a generator: one resume per value."""

from measure import measure

N = 2_000_000


def numbers(n):
    for i in range(n):
        yield i


def work():
    for _ in numbers(N):
        pass


measure("coroutines_for_over_a_generator", work, N)
