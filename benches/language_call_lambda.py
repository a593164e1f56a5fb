"""Calling a lambda."""

from measure import measure

N = 500_000


def work():
    add = lambda a, b: a + b  # noqa: E731
    for i in range(N):
        add(i, 1)


measure("language_call_lambda", work, N)
