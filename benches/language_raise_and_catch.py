"""Raising an exception and catching it in the same function."""

from measure import measure

N = 300_000


def work():
    for _ in range(N):
        try:
            raise ValueError
        except ValueError:
            pass


measure("language_raise_and_catch", work, N)
