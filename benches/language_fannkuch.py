"""Reversing the heads of all permutations of eight numbers, per permutation."""

from measure import measure

SIZE, PERMUTATIONS = 8, 40_320


def work():
    permutation = list(range(SIZE))
    counts = [0] * SIZE
    most = 0
    level = 1
    while True:
        flips = 0
        order = permutation[:]
        while (first := order[0]) != 0:
            order[: first + 1] = order[first::-1]
            flips += 1
        most = max(most, flips)
        while level < SIZE and counts[level] >= level:
            counts[level] = 0
            level += 1
        if level == SIZE:
            return most
        swap = counts[level] if level % 2 else 0
        permutation[swap], permutation[level] = permutation[level], permutation[swap]
        counts[level] += 1
        level = 1


measure("language_fannkuch", work, PERMUTATIONS, repeats=3)
