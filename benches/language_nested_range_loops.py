"""Three nested `range` loops that add up an integer."""

from measure import measure

N = 110


def work():
    total = 0
    for i in range(N):
        for j in range(N):
            for k in range(N):
                total += i ^ j ^ k
    return total


measure("language_nested_range_loops", work, N**3)
