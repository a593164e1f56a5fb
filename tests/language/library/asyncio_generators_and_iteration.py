"""Library reference and PEP 525: asynchronous generators, iterators, comprehensions."""
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print('got', got)
    except GeneratorExit:
        print('closing')
        raise
    finally:
        await asyncio.sleep(0)
        print('finally')


class NotAsync:
    def __aiter__(self):
        return iter([])


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def main():
    print([x async for x in Countdown(3)], {x: x async for x in Countdown(2)}, {x async for x in Countdown(2)}, [x async for x in Countdown(5) if x % 2], [y for x in [1] async for y in Countdown(x + 1)], [await asyncio.sleep(0, x) for x in 'ab'], [x async for x in (i async for i in Countdown(2))])
    async for x in Countdown(1):
        print(x)
    else:
        print('else')
    g = agen(3)
    print(await anext(g), await g.asend('hello'), g.ag_running, type(g).__name__)
    try:
        await g.athrow(ValueError('thrown'))
    except ValueError as error:
        print(error)
    print(await anext(g, 'default'))
    try:
        await anext(g)
    except StopAsyncIteration as error:
        print(repr(error))
    g = agen(2)
    await anext(g)
    await g.aclose()
    await g.aclose()
    async for x in agen(2):
        pass
    it = aiter(Countdown(2))
    print(await anext(it), await anext(it), await anext(it, None))
    for bad in (NotAsync, BadNext, lambda: 5, lambda: [1]):
        try:
            async for x in bad():
                pass
        except TypeError as error:
            print(error)
    for bad in (lambda: aiter(5), lambda: anext(5), lambda: agen(1).asend(5).send(None)):
        try:
            bad()
        except TypeError as error:
            print(error)

    async def gen_in_order():
        for x in 'abc':
            yield x

    async def consume(name):
        out = []
        async for x in gen_in_order():
            out.append(name + x)
            await asyncio.sleep(0)
        return out

    print(await asyncio.gather(consume('1'), consume('2')))
    expression = (x * 2 async for x in Countdown(3))
    print(type(expression).__name__, [x async for x in expression])

    async def returns_early():
        async for x in agen(5):
            return x

    print(await returns_early())
    await asyncio.sleep(0)

    async def fails():
        yield 1
        raise StopAsyncIteration('inside')

    try:
        async for x in fails():
            pass
    except RuntimeError as error:
        print(error, repr(error.__cause__))


asyncio.run(main())
for source in ('async def f():\n    yield 1\n    return 2', 'def f():\n    async with a: pass', 'async def f():\n    yield from a', '[x async for x in y]', 'async def f():\n    [x async for x in y]', 'def f():\n    [x async for x in y]', 'async def f():\n    lambda: await x', 'class A:\n    await x', 'async def f():\n    def g():\n        await x', 'async def f(x=await y): pass', 'async with a:\n    pass', 'await x', 'async def f():\n    await', 'async def f():\n    await = 5', 'async = 5'):
    try:
        compile(source, '<t>', 'exec')
        print('fine')
    except SyntaxError as error:
        print(error.msg)
