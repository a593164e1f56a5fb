"""A call of a method that counts."""
import sys


class Counter:
    def __init__(self):
        self.count = 0

    def increment(self):
        self.count += 1


def work(n):
    counter = Counter()
    for _ in range(n):
        counter.increment()


work(int(sys.argv[1]))
