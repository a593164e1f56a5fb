import types


@types.coroutine
def switch(value):
    got = yield value
    return got


async def f():
    print("got", await switch("a"))
    print("got", await switch("b"))
    return "end"


c = f()
print(c.send(None))
print(c.send(1))
try:
    c.send(2)
except StopIteration as e:
    print(e.value)
print(type(switch("z")).__name__)
