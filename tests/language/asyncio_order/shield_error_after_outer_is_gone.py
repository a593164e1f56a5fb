"""An error of the inner task counts as seen when the outer future was cancelled."""

import asyncio


async def fail():
    await asyncio.sleep(0.01)
    print("failing")
    raise ValueError("nobody asks")


async def main():
    outer = asyncio.shield(fail())
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer is cancelled")
    await asyncio.sleep(0.3)
    print("end")


asyncio.run(main())
