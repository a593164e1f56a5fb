"""A list comprehension with a condition."""

from measure import measure

N = 800_000


def work():
    [i * 2 for i in range(N) if i & 1]


measure("language_list_comprehension", work, N)
