import types


@types.coroutine
def trace(x):
    yield x


class CM:
    async def __aenter__(self):
        await trace("entering")
        return "value"

    async def __aexit__(self, t, v, tb):
        await trace("exiting")
        print(t, v, tb is None)
        return t is ValueError


async def f():
    async with CM() as x:
        print(x)
    async with CM():
        raise ValueError("swallowed")
    print("after")
    async with CM():
        raise KeyError("k")


c = f()
try:
    while True:
        print(c.send(None))
except KeyError as e:
    print("out", e)
