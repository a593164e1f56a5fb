"""A semaphore lets a fixed number in at a time."""

import asyncio


async def visitor(name, museum):
    async with museum:
        print(name, "enters")
        await asyncio.sleep(0.03)
        print(name, "leaves")


async def main():
    museum = asyncio.Semaphore(2)
    await asyncio.gather(*(visitor(name, museum) for name in ("Ann", "Bob", "Cid", "Dot")))


asyncio.run(main())
