"""A task that catches CancelledError and goes on has not been cancelled."""

import asyncio


async def deaf():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("deaf: did somebody say something?")
    return "done, in my own time"


async def main():
    task = asyncio.create_task(deaf())
    for _ in range(3):
        await asyncio.sleep(0.01)
        task.cancel()
    print(await task)
    print("cancelled:", task.cancelled(), " requests:", task.cancelling())


asyncio.run(main())
