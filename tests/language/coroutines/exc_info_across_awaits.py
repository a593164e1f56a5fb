import sys
import types


@types.coroutine
def pause():
    yield


async def f():
    try:
        raise KeyError("f's")
    except KeyError:
        await pause()
        print("f sees", repr(sys.exception()))


async def g():
    await pause()
    print("g sees", repr(sys.exception()))


a, b = f(), g()
a.send(None)
b.send(None)
for c in (b, a):
    try:
        raise ValueError("driver's")
    except ValueError:
        try:
            c.send(None)
        except StopIteration:
            print("driver sees", repr(sys.exception().__context__))
