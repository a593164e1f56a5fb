import asyncio


async def g(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def even(x):
    await asyncio.sleep(0)
    return x % 2 == 0


async def main():
    print([x async for x in g(4)])
    print([x async for x in g(6) if await even(x)])
    print({x: y async for x in g(2) for y in range(2)})
    print([(x, y) for x in range(2) async for y in g(2)])
    print([[y async for y in g(x)] async for x in g(3)])
    agen = (x * 2 async for x in g(3))
    print([x async for x in agen])
    agen = (await even(x) for x in range(3))
    print(type(agen).__name__, [x async for x in agen])


asyncio.run(main())
