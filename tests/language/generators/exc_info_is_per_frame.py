import sys


def g():
    print("in gen", sys.exc_info()[0])
    try:
        raise KeyError("inner")
    except KeyError:
        yield 1
        print("still", sys.exc_info()[0])
        yield 2
    print("after", sys.exc_info()[0])
    yield 3


it = g()
try:
    raise ValueError
except ValueError:
    next(it)
    print("main", sys.exc_info()[0])
    next(it)
    print("main", sys.exc_info()[0])
print("main", sys.exc_info()[0])
next(it)
