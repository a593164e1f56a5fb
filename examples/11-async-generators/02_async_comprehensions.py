"""Comprehensions may contain `async for` and `await`."""

import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def square(n):
    await asyncio.sleep(0)
    return n * n


async def main():
    print([n async for n in numbers(5)])
    print({n % 3 async for n in numbers(5)})
    print({n: await square(n) async for n in numbers(4) if n})
    print([await square(n) for n in (7, 8)])
    lazy = (n * 10 async for n in numbers(3))
    print(type(lazy).__name__, [n async for n in lazy])


asyncio.run(main())
