"""Awaiting in sequence is not concurrent: the sleeps add up."""

import asyncio
import time


async def fetch(name):
    print("start", name)
    await asyncio.sleep(0.1)
    print("end  ", name)


async def main():
    start = time.perf_counter()
    for name in ("one", "two", "three"):
        await fetch(name)
    print(f"took {time.perf_counter() - start:.1f} s")


asyncio.run(main())
