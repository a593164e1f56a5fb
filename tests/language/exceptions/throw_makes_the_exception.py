"""What generator.throw(type, value) throws, and what happens when making it fails."""

import warnings

warnings.simplefilter("ignore")


def echo():
    while True:
        try:
            yield
        except Exception as error:
            print(repr(error))


g = echo()
next(g)
g.throw(ValueError, TypeError(1))
g.throw(ValueError, UnicodeError(1))
g.throw(ValueError, 1)
g.throw(ValueError, (1, 2))
g.throw(ValueError, None)
g.throw(UnicodeDecodeError, "too few")


class NoException(Exception):
    def __new__(cls, *args):
        return cls


class Number(Exception):
    def __new__(cls, *args):
        return 3


g.throw(NoException)
g.throw(Number, 1)


def once():
    yield


h = once()
next(h)
try:
    h.throw(NoException)
except TypeError as error:
    print(error)
print(next(h, "finished"))
for raised in (NoException, Number):
    try:
        raise raised
    except TypeError as error:
        print(error)
try:
    raise ValueError from NoException
except TypeError as error:
    print(error)
