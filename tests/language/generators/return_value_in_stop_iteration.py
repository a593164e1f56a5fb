def g(value):
    return value
    yield


for value in (1, None, (1, 2), (), ValueError("v")):
    try:
        next(g(value))
    except StopIteration as stop:
        print(repr(stop), repr(stop.value), stop.args)
