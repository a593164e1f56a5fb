"""Reading and writing a global variable."""

from measure import measure

N = 1_000_000
total = 0


def work():
    global total
    total = 0
    for _ in range(N):
        total += 1


measure("language_globals", work, N)
