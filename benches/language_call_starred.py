"""Calling a function with an unpacked tuple and collecting it again."""

from measure import measure

N = 400_000


def function(*arguments):
    return arguments


def work():
    values = (1, 2, 3)
    for _ in range(N):
        function(*values)


measure("language_call_starred", work, N)
