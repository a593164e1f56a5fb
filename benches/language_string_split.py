"""Splitting a line of ten words."""

from measure import measure

N = 150_000
LINE = "one two three four five six seven eight nine ten"


def work():
    for _ in range(N):
        LINE.split()


measure("language_string_split", work, N)
