"""Making an instance with two attributes."""
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def work(n):
    for i in range(n):
        Point(i, i)


work(int(sys.argv[1]))
