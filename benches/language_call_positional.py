"""Calling a function with three positional arguments."""

from measure import measure

N = 500_000


def function(a, b, c):
    return a


def work():
    for _ in range(N):
        function(1, 2, 3)


measure("language_call_positional", work, N)
