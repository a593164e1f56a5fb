import types


@types.coroutine
def pause():
    yield


async def f():
    try:
        await pause()
    except GeneratorExit:
        await pause()


c = f()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)
