"""One `asyncio.sleep(0)` in one of two tasks."""
import asyncio
import sys


async def switcher(n):
    for _ in range(n // 2):
        await asyncio.sleep(0)


async def main(n):
    await asyncio.gather(switcher(n), switcher(n))


asyncio.run(main(int(sys.argv[1])))
