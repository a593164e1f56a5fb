"""Calling a built-in function."""

from measure import measure

N = 800_000


def work():
    items = [1, 2, 3]
    for _ in range(N):
        len(items)


measure("language_call_builtin", work, N)
