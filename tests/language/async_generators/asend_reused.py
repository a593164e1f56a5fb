async def g():
    yield 1
    yield 2


a = g()
s = a.asend(None)
try:
    s.send(None)
except StopIteration as e:
    print(e.value)
try:
    s.send(None)
except RuntimeError as e:
    print(e)
c = a.aclose()
try:
    c.send(None)
except StopIteration as e:
    print("closed")
try:
    c.send(None)
except RuntimeError as e:
    print(e)
