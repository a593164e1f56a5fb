"""Floating-point arithmetic in a loop."""

from measure import measure

N = 800_000


def work():
    x = 0.5
    for _ in range(N):
        x = 3.7 * x * (1.0 - x)
    return x


measure("language_float_loop", work, N)
