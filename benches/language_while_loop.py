"""Counting in a `while` loop."""

from measure import measure

N = 1_500_000


def work():
    i = 0
    while i < N:
        i += 1


measure("language_while_loop", work, N)
