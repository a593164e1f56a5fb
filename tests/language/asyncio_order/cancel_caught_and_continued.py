"""A task that catches its cancellation goes on and ends normally."""

import asyncio


async def stubborn():
    for turn in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("turn", turn, "ignores", error.args)
    return "done anyway"


async def main():
    task = asyncio.create_task(stubborn())
    for message in ("one", "two", "three"):
        await asyncio.sleep(0)
        task.cancel(message)
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())
