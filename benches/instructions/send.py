"""One `send` to a generator."""
import sys


def echo():
    value = None
    while True:
        value = yield value


def work(n):
    generator = echo()
    next(generator)
    for i in range(n):
        generator.send(i)


work(int(sys.argv[1]))
