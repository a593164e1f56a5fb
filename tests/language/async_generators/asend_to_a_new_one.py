async def g():
    yield 1


a = g()
try:
    a.asend(5).send(None)
except TypeError as e:
    print(e)
try:
    a.asend(None).send(None)
except StopIteration as e:
    print(e.value)
