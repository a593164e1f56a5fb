import types


@types.coroutine
def pause():
    yield "paused"


async def f():
    try:
        await pause()
    except ValueError as e:
        print("caught", e)
        await pause()
    finally:
        print("finally")


c = f()
print(c.send(None))
print(c.throw(ValueError("v")))
print(c.close())
print(c.close())
c = f()
print(c.close())
