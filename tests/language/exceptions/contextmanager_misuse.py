from contextlib import contextmanager


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def swallow_then_yield():
    try:
        yield
    except ValueError:
        yield


for cm in (never, twice):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print(e)
try:
    with swallow_then_yield():
        raise ValueError
except RuntimeError as e:
    print(e)
