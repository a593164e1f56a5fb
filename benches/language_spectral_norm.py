"""The spectral norm of an infinite matrix, cut off at a hundred, per element."""

from measure import measure

SIZE, ROUNDS = 100, 3


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(element(i, j) * v for j, v in enumerate(vector)) for i in range(SIZE)]


def transposed_times(vector):
    return [sum(element(j, i) * v for j, v in enumerate(vector)) for i in range(SIZE)]


def work():
    vector = [1.0] * SIZE
    for _ in range(ROUNDS):
        vector = transposed_times(times(vector))


measure("language_spectral_norm", work, 2 * ROUNDS * SIZE * SIZE, repeats=3)
