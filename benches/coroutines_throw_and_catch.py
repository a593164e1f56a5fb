"""Throwing an exception into a generator that catches it."""

from measure import measure

N = 300_000


def stubborn():
    while True:
        try:
            yield
        except ValueError:
            pass


def work():
    generator = stubborn()
    next(generator)
    throw = generator.throw
    error = ValueError()
    for _ in range(N):
        throw(error)
        error.__traceback__ = None


measure("coroutines_throw_and_catch", work, N)
