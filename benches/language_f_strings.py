"""Formatting with f-strings."""

from measure import measure

N = 300_000


def work():
    name = "Ann"
    for i in range(N):
        f"{name} has {i} apples"


measure("language_f_strings", work, N)
