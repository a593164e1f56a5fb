"""Sorting pairs with a key function, per item."""

import random

from measure import measure

N = 60_000
random.seed(1)
DATA = [(i, random.randrange(N)) for i in range(N)]

measure("language_sort_with_key", lambda: sorted(DATA, key=lambda pair: pair[1]), N)
