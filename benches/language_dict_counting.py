"""Counting words with a dictionary."""

from measure import measure

N = 500_000
WORDS = ["spam", "egg", "ham", "spam", "bread"] * (N // 5)


def work():
    counts = {}
    for word in WORDS:
        counts[word] = counts.get(word, 0) + 1


measure("language_dict_counting", work, N)
