def g():
    try:
        yield 1
    except ValueError:
        yield 2
    yield 3


it = g()
print(next(it), it.throw(ValueError), next(it))
try:
    it.throw(ValueError("x"))
except ValueError as e:
    print(repr(e))
print(next(it, "finished"))
