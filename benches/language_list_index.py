"""Reading and writing the items of a list."""

from measure import measure

N = 800_000


def work():
    items = [0] * 100
    for i in range(N):
        items[i % 100] = items[50] + 1


measure("language_list_index", work, N)
