def g():
    yield 1
    raise ValueError("once")


it = g()
next(it)
for _ in range(2):
    try:
        next(it)
    except (ValueError, StopIteration) as e:
        print(repr(e))
