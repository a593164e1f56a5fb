"""Joining the texts of numbers."""

from measure import measure

N = 400_000


def work():
    "".join([str(i) for i in range(N)])


measure("language_string_join", work, N)
