"""Formatting with the `%` operator."""

from measure import measure

N = 300_000


def work():
    for i in range(N):
        "%s has %d apples" % ("Ann", i)


measure("language_percent_formatting", work, N)
