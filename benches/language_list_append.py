"""Appending to a list."""

from measure import measure

N = 800_000


def work():
    items = []
    for i in range(N):
        items.append(i)


measure("language_list_append", work, N)
