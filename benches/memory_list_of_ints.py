"""A list of numbers that are all different."""

from resident import bytes_each

N = 1_000_000

bytes_each("memory_list_of_ints", lambda: list(range(1_000_000, 1_000_000 + N)), N)
