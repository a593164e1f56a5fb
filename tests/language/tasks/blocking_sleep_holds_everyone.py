import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    loop.call_later(0.02, lambda: print("late by", round(loop.time() - t0 - 0.02, 1)))
    time.sleep(0.12)
    print("blocked")
    await asyncio.sleep(0)
    await asyncio.sleep(0.01)


asyncio.run(main())
