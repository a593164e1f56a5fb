"""A call of a function of two parameters."""
import sys


def add(a, b):
    return a + b


def work(n):
    for i in range(n):
        add(i, 1)


work(int(sys.argv[1]))
