"""`cancel` is a request: it arrives as CancelledError at the `await` the task is standing at."""

import asyncio


async def sleeper():
    print("sleeper: good night")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("sleeper: woken by cancel")
        raise


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0.01)
    print("cancel accepted:", task.cancel())
    print("cancelled yet? ", task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("main: the task was cancelled")
    print("cancelled now? ", task.cancelled())


asyncio.run(main())
