"""Cancelling who waits with wait_for cancels what it waits for."""

import asyncio


async def inner():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        print("inner", error.args)
        raise


async def outer():
    try:
        await asyncio.wait_for(asyncio.create_task(inner()), 1)
    except asyncio.CancelledError as error:
        print("outer", error.args)
        raise


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    task.cancel("stop")
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
