"""Sorting random integers, per item."""

import random

from measure import measure

N = 100_000
random.seed(1)
DATA = [random.randrange(N) for _ in range(N)]

measure("language_sort", lambda: sorted(DATA), N)
