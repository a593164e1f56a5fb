def g():
    try:
        raise KeyError("own")
    except KeyError:
        yield
        raise


def h():
    yield
    raise


it = g()
next(it)
try:
    raise ValueError("caller's")
except ValueError:
    try:
        next(it)
    except KeyError as e:
        print(repr(e), repr(e.__context__))

it = h()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(e)
