"""Raising an exception ten calls deep."""

from measure import measure

N = 40_000


def descend(depth):
    if depth == 0:
        raise ValueError
    descend(depth - 1)


def work():
    for _ in range(N):
        try:
            descend(9)
        except ValueError:
            pass


measure("language_raise_through_10_frames", work, N)
