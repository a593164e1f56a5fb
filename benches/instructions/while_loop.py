"""One turn of a `while` loop with an addition."""
import sys


def work(n):
    i = 0
    while i < n:
        i += 1


work(int(sys.argv[1]))
