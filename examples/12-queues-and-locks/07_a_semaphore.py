"""A semaphore lets a fixed number in at a time."""

import asyncio


async def visitor(name, museum, seconds):
    async with museum:
        print(name, "enters")
        await asyncio.sleep(seconds)
        print(name, "leaves")


async def main():
    museum = asyncio.Semaphore(2)
    visits = [("Ann", 0.04), ("Bob", 0.08), ("Cid", 0.08), ("Dot", 0.08)]
    await asyncio.gather(*(visitor(name, museum, seconds) for name, seconds in visits))


asyncio.run(main())
