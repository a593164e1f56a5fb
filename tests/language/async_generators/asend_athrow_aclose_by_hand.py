async def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        print("caught", e)
        yield 3
    finally:
        print("finally")


def run(aw):
    try:
        aw.send(None)
    except StopIteration as e:
        return e.value


a = g()
print(run(a.__anext__()), run(a.asend("x")), run(a.athrow(ValueError("v"))), run(a.aclose()))
try:
    run(a.__anext__())
except StopAsyncIteration as e:
    print(repr(e))
