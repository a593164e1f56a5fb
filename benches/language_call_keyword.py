"""Calling a function with keyword arguments and a default."""

from measure import measure

N = 500_000


def function(a, b=2, *, c=3):
    return a


def work():
    for _ in range(N):
        function(1, c=5)


measure("language_call_keyword", work, N)
