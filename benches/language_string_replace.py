"""Replacing words in a line."""

from measure import measure

N = 300_000
LINE = "one two three two five six seven two nine ten"


def work():
    for _ in range(N):
        LINE.replace("two", "2")


measure("language_string_replace", work, N)
