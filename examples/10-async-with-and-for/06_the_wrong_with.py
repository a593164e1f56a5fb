"""`with` and `async with` are not interchangeable."""

import asyncio


async def main():
    lock = asyncio.Lock()
    async with lock:
        print("async with: held", lock.locked())
    with lock:
        print("never reached")


asyncio.run(main())
