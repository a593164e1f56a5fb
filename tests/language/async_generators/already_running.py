import types


@types.coroutine
def pause():
    yield "paused"


async def g():
    await pause()
    yield 1


a = g()
first = a.__anext__()
second = a.__anext__()
print(first.send(None))
try:
    second.send(None)
except RuntimeError as e:
    print(e)
try:
    a.aclose().send(None)
except RuntimeError as e:
    print(e)
try:
    first.send(None)
except StopIteration as e:
    print(e.value)
