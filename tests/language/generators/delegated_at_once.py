"""What is awaited or delegated to at once, seen from outside, closed, thrown into and finished."""

import asyncio
import gc
import inspect
import types
async def ag():
    try:
        for i in range(3):
            await asyncio.sleep(0)
            yield i
    finally:
        print("fin")
async def use():
    async for x in ag():
        print(x)
async def main():
    t = asyncio.create_task(use(), name='user')
    await asyncio.sleep(0); await asyncio.sleep(0)
    print(type(t.get_coro().cr_await), t.get_coro().cr_await is t.get_coro().cr_await)
    print(t.get_name(), len(t.get_stack()))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e: print("cancelled", repr(e))
asyncio.run(main())
@types.coroutine
def pause(v): return (yield v)
async def ag2():
    try:
        x = await pause("p")
        print("got", x)
        y = yield 1
        print("y", y)
        await pause("q")
        yield 2
    except GeneratorExit:
        print("exit"); raise
async def use2():
    async for x in ag2(): print("item", x)
c = use2()
print(c.send(None)); print(type(c.cr_await)); print(c.send("v"))
try: c.throw(ValueError("boo"))
except ValueError as e: print("err", e)
c = use2()
print(c.send(None)); c.close()
c = use2()
print(c.send(None)); a = c.cr_await
print(type(a).__name__)
try: print(a.send("direct"))
except StopIteration as e: print("stop", e.value)
try: print(c.send(5))
except BaseException as e: print(type(e), e)
async def ag3():
    yield 1
    raise ValueError("x")
async def use3():
    async for i in ag3(): print(i)
try: use3().send(None)
except ValueError:
    import traceback; traceback.print_exc()
g = ag2()
async def two():
    async for i in g: print("two", i)
c1 = two(); c2 = two()
c1.send(None)
try: c2.send(None)
except RuntimeError as e: print(e)
def deep(n):
    async def r():
        if n: 
            async for i in deep(n-1): yield i
        else: yield n
    return r()
async def d():
    try:
        async for i in deep(2000): print(i)
    except RecursionError as e: print("rec")
try: d().send(None)
except StopIteration: pass
async def afirst():
    return [x async for x in ag4() if x % 2]
async def ag4():
    for i in range(10): yield i
try: afirst().send(None)
except StopIteration as e: print(e.value)
class It:
    def __init__(self): self.n=0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n+=1
        if self.n>3: raise StopAsyncIteration
        return self.n
async def m():
    async for x in It(): print(x)
try: m().send(None)
except StopIteration as e: pass
class CM:
    async def __aenter__(self): 
        await pause("enter"); return self
    async def __aexit__(self,*a): 
        await pause("exit"); return True
async def w():
    async with CM() as x:
        raise ValueError
    print("after")
c=w(); print(c.send(None)); print(type(c.cr_await), c.cr_await.__qualname__); print(c.send(None)); 
try: c.send(None)
except StopIteration: print("done")


def inner(n):
    got = yield n
    print("inner got", got)
    try:
        yield n + 1
    except ValueError as error:
        print("inner caught", error)
        return "returned"
    finally:
        print("inner is over")


def outer(n):
    result = yield from inner(n)
    print("outer has", result)
    yield "last"


g = outer(1)
print(next(g), g.gi_yieldfrom.gi_code.co_name, inspect.getgeneratorstate(g.gi_yieldfrom))
print(g.send("sent"))
print(g.throw(ValueError("thrown")), g.gi_yieldfrom)
print(next(g, "end"))
g = outer(5)
next(g)
g.close()
g = outer(7)
next(g)
delegate = g.gi_yieldfrom
print(next(delegate), delegate.gi_frame.f_lineno > 0)
delegate.close()
try:
    print(next(g))
except StopIteration as stop:
    print("stop", stop.value)


@types.coroutine
def iterable():
    yield "iterable"
    return 3


def delegates():
    print((yield from iterable()))


print(list(delegates()))


async def awaits():
    return (await iterable()) + 1


c = awaits()
print(c.send(None))
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)


def recursive(n):
    yield from recursive(n + 1)


try:
    next(recursive(0))
except RecursionError as error:
    print(error)


def with_default(a, b=2, *rest, **names):
    yield a, b, rest, names


def calls():
    yield from with_default(1)
    yield from with_default(1, 3, 4, x=5)
    yield from (i for i in range(2))
    yield from [7]


print(list(calls()))


class Cycle:
    def walk(self):
        self.generator = self.steps()
        yield from self.steps()

    def steps(self):
        try:
            yield 1
        finally:
            print("a cycle is gone")


cycle = Cycle()
walk = cycle.walk()
next(walk)
del cycle, walk
gc.collect()
g = outer(3)
try:
    g.send("too early")
except TypeError as error:
    print(error)
