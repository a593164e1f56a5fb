"""Timers with the same deadline run in the order of their creation."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 0.02
    for name in "ab":
        loop.call_at(deadline, print, name)
    await asyncio.sleep(0.05)


asyncio.run(main())
