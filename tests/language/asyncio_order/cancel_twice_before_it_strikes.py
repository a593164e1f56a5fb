"""Two cancellations before the next step give one CancelledError, but count as two."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(error.args, asyncio.current_task().cancelling())
        print(asyncio.current_task().uncancel(), asyncio.current_task().uncancel())
        print(asyncio.current_task().uncancel())
    await asyncio.sleep(0)
    print("went on")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    print(task.cancel("a"), task.cancel("b"))
    await task


asyncio.run(main())
