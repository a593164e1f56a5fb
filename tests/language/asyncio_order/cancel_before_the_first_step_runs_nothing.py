"""A task cancelled before its first step never enters its coroutine."""

import asyncio


async def never():
    print("must not be printed")
    try:
        await asyncio.sleep(1)
    finally:
        print("nor this")


async def main():
    task = asyncio.create_task(never())
    print(task.cancel(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", repr(error), task.cancelled())


asyncio.run(main())
