"""A PriorityQueue hands out the smallest item first, a LifoQueue the newest."""

import asyncio


async def main():
    urgent = asyncio.PriorityQueue()
    stack = asyncio.LifoQueue()
    for item in [(3, "sweep"), (1, "fire!"), (2, "phone")]:
        urgent.put_nowait(item)
        stack.put_nowait(item)
    while not urgent.empty():
        print(await urgent.get(), await stack.get())
    try:
        urgent.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))


asyncio.run(main())
