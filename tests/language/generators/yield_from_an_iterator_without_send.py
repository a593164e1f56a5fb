def outer():
    yield from iter([1, 2, 3])


it = outer()
print(next(it))
print(it.send(None))
try:
    it.send("x")
except AttributeError as e:
    print(e)
