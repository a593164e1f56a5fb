import asyncio


async def main():
    p, l = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for x in (3, 1, 2):
        await p.put(x)
        await l.put(x)
    print([await p.get() for _ in range(3)], [await l.get() for _ in range(3)])


asyncio.run(main())
