"""`shield` lets the waiting be cancelled but not the work."""

import asyncio


async def write_file():
    print("writing: half")
    await asyncio.sleep(0.04)
    print("writing: complete")


async def main():
    work = asyncio.create_task(write_file())
    waiter = asyncio.create_task(asyncio.wait_for(asyncio.shield(work), timeout=0.02))
    try:
        await waiter
    except TimeoutError:
        print("main: I am tired of waiting")
    print("work cancelled?", work.cancelled())
    await work


asyncio.run(main())
