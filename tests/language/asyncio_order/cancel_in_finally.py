"""A second cancellation strikes the clean-up of the first."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning up")
        try:
            await asyncio.sleep(10)
        finally:
            print("interrupted while cleaning up")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel("first")
    await asyncio.sleep(0)
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), "during", repr(error.__context__))
    print(task.cancelling())


asyncio.run(main())
