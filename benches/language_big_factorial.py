"""The factorial of two thousand, per multiplication."""

from measure import measure

N = 2_000


def work():
    product = 1
    for i in range(2, N + 1):
        product *= i
    return product


measure("language_big_factorial", work, N - 1)
