"""Taking a slice of ten out of a list."""

from measure import measure

N = 500_000


def work():
    items = list(range(100))
    for i in range(N):
        items[20:30]


measure("language_list_slice", work, N)
