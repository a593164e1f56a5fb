"""`time.sleep` holds the whole loop: every other task waits, and nothing says so."""

import asyncio
import time


async def heartbeat():
    for beat in range(4):
        print("beat", beat)
        await asyncio.sleep(0.04)


async def rude():
    await asyncio.sleep(0.01)
    print("  rude: blocking")
    time.sleep(0.1)  # should be: await asyncio.sleep(0.1)
    print("  rude: done; nobody else ran")


async def main():
    await asyncio.gather(heartbeat(), rude())


asyncio.run(main())
