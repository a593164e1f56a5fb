"""created, running, suspended, closed: a generator is always in one of four states."""

from inspect import getgeneratorstate


def visit():
    print("inside: ", getgeneratorstate(generator))
    yield
    yield


generator = visit()
print("called: ", getgeneratorstate(generator))
next(generator)
print("paused: ", getgeneratorstate(generator), "at line", generator.gi_frame.f_lineno)
next(generator)
print("paused: ", getgeneratorstate(generator), "at line", generator.gi_frame.f_lineno)
next(generator, None)
print("done:   ", getgeneratorstate(generator), "frame:", generator.gi_frame)
