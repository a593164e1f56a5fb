import types


@types.coroutine
def pause():
    yield


async def f():
    try:
        await pause()
    finally:
        print("finally")


c = f()
c.send(None)
print("dropping")
del c
print("dropped")
