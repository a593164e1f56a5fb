async def f():
    return 42


c = f()
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
