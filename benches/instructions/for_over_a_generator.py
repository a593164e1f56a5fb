"""One value of a generator in a `for` loop."""
import sys


def numbers(n):
    for i in range(n):
        yield i


def work(n):
    for _ in numbers(n):
        pass


work(int(sys.argv[1]))
