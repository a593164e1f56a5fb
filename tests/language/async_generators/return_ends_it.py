import asyncio


async def g(n):
    for i in range(10):
        if i == n:
            return
        yield i


async def main():
    print([i async for i in g(3)])
    print([i async for i in g(0)])
    it = g(1)
    print(await anext(it), await anext(it, "default"))
    try:
        await anext(it)
    except StopAsyncIteration as e:
        print(repr(e))


asyncio.run(main())
