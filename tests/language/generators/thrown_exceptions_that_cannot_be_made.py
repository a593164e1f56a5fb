# throw() with a class whose instances can't be made, or a value of another class.
import warnings

warnings.simplefilter("ignore")


class NoInstance(Exception):
    def __new__(cls, *args):
        return cls


class Fails(Exception):
    def __init__(self, *args):
        raise RuntimeError("in __init__")


def catches():
    while True:
        try:
            yield
        except Exception as error:
            print("caught", type(error).__name__, error)


def plain():
    yield


for kind in (NoInstance, Fails):
    generator = plain()
    next(generator)
    try:
        generator.throw(kind)
    except Exception as error:
        print(type(error).__name__, "should have returned an instance" in str(error))
    print(next(generator, "finished"))
generator = catches()
next(generator)
generator.throw(ValueError, TypeError(1))
generator.throw(ValueError, ValueError(1))
generator.throw(Exception, ValueError(2))
generator.throw(Fails)
generator.throw(ValueError, ("a", "b"))
for wrong in ((3,), (int,), (ValueError(1), "foo"), ("abc",)):
    try:
        generator.throw(*wrong)
    except TypeError as error:
        print(error)
