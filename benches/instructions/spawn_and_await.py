"""Making a task and awaiting it."""
import asyncio
import sys


async def child():
    pass


async def main(n):
    for _ in range(n):
        await asyncio.create_task(child())


asyncio.run(main(int(sys.argv[1])))
