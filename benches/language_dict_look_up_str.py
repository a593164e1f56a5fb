"""Looking up string keys."""

from measure import measure

N = 1000
KEYS = [f"key {i}" for i in range(1000)]
TABLE = {key: i for i, key in enumerate(KEYS)}


def work():
    table = TABLE
    for _ in range(N):
        for key in KEYS:
            table[key]


measure("language_dict_look_up_str", work, N * 1000)
