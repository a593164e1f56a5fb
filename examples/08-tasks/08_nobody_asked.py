"""If nobody asks, asyncio says so when the task is thrown away."""

import asyncio


async def forgotten():
    raise ValueError("nobody will see me")


async def main():
    asyncio.create_task(forgotten(), name="forgotten")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
