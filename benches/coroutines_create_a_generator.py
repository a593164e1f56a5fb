"""Making a generator and dropping it without starting it."""

from measure import measure

N = 500_000


def one():
    yield 1


def work():
    for _ in range(N):
        one()


measure("coroutines_create_a_generator", work, N)
