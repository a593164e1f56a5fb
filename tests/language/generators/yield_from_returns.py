def inner():
    x = yield 1
    return x * 2


def outer():
    result = yield from inner()
    print("inner returned", result)
    result = yield from [10, 20]
    print("list returned", result)
    return "outer"


it = outer()
print(next(it))
print(it.send(21))
print(next(it))
try:
    next(it)
except StopIteration as e:
    print(e.value)
