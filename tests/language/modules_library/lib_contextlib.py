"""contextmanager, ExitStack, suppress and the others, in order and with errors."""
import asyncio
import contextlib
import io


@contextlib.contextmanager
def step(name, swallow=False):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("saw", error)
        if not swallow:
            raise
    finally:
        print("leave", name)


with step("one") as value, step("two", swallow=True):
    print(value)
    raise ValueError("inside")
print("after")

try:
    with step("three"):
        raise ValueError("outside")
except ValueError as error:
    print("caught", error)


@step("decorated")
def function(x):
    print("body", x)
    return x * 2


print(function(21))


@contextlib.contextmanager
def wrong(kind):
    if kind == "none":
        return
    yield 1
    if kind == "two":
        yield 2


for kind in ("none", "two"):
    try:
        with wrong(kind):
            pass
    except RuntimeError as error:
        print("RuntimeError:", error)

with contextlib.suppress(KeyError, ZeroDivisionError):
    1 / 0
with contextlib.suppress(ValueError):
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* TypeError as group:
        print("rest", group.exceptions)

with contextlib.ExitStack() as stack:
    for name in "abc":
        stack.enter_context(step(name))
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *exc: print("exit got", exc[0]))

outer = contextlib.ExitStack()
with contextlib.ExitStack() as stack:
    stack.callback(print, "kept")
    outer = stack.pop_all()
print("not yet")
outer.close()

try:
    with contextlib.ExitStack() as stack:
        @stack.callback
        def fails():
            raise TypeError("second")
        raise KeyError("first")
except TypeError as error:
    print(repr(error), "while", repr(error.__context__))

buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print("hidden")
print(repr(buffer.getvalue()))

class Closable:
    def close(self):
        print("closed")

with contextlib.closing(Closable()) as thing, contextlib.nullcontext(5) as five:
    print(type(thing).__name__, five)

try:
    contextlib.ExitStack().enter_context(3)
except TypeError as error:
    print(error)


@contextlib.asynccontextmanager
async def connection(name):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("agen done")


async def main():
    async with connection("x") as x, contextlib.AsyncExitStack() as stack:
        y = await stack.enter_async_context(connection("y"))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.enter_context(step("sync"))
        print(x, y)
    async with contextlib.aclosing(agen()) as values:
        async for value in values:
            print(value)
            break
    try:
        async with connection("bad"):
            raise LookupError("lost")
    except LookupError as error:
        print("caught", error)

asyncio.run(main())
