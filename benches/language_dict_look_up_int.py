"""Looking up integer keys."""

from measure import measure

N = 800_000
TABLE = {i: i for i in range(1000)}


def work():
    table = TABLE
    for i in range(N):
        table[i % 1000]


measure("language_dict_look_up_int", work, N)
