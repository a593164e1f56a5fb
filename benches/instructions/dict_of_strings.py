"""Counting with a dict whose keys are strings."""
import sys

WORDS = ["one", "two", "three", "four"]


def work(n):
    counts = {}
    for i in range(n):
        word = WORDS[i % 4]
        counts[word] = counts.get(word, 0) + 1


work(int(sys.argv[1]))
