"""Entering and leaving a `try` block."""

from measure import measure

N = 1_000_000


def work():
    for i in range(N):
        try:
            i
        except ValueError:
            pass


measure("language_try_without_raise", work, N)
