"""Filling a dictionary with integer keys."""

from measure import measure

N = 400_000


def work():
    table = {}
    for i in range(N):
        table[i] = i


measure("language_dict_insert", work, N)
