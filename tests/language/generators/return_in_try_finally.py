def g():
    try:
        yield 1
        return "value"
    finally:
        print("finally")
        yield 2
        print("after")


it = g()
print(next(it), next(it))
try:
    next(it)
except StopIteration as e:
    print(e.value)
