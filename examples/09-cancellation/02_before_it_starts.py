"""A task cancelled before its first step never runs at all, not even its `finally`."""

import asyncio


async def work():
    try:
        print("never printed")
    finally:
        print("not printed either")


async def main():
    task = asyncio.create_task(work())
    task.cancel("changed my mind")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", error)


asyncio.run(main())
