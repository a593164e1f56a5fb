"""`gather` starts them all, waits for the slowest, and keeps the results in order."""

import asyncio
import time


async def fetch(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    print("end  ", name)
    return name.upper()


async def main():
    start = time.perf_counter()
    results = await asyncio.gather(fetch("one", 0.3), fetch("two", 0.1), fetch("three", 0.2))
    print(results)
    print(f"took {time.perf_counter() - start:.1f} s")


asyncio.run(main())
