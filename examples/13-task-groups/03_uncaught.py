"""An exception group nobody catches is printed as a tree."""

import asyncio


async def fail(error, seconds):
    await asyncio.sleep(seconds)
    raise error


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(ValueError("bad value"), 0))
        group.create_task(fail(KeyError("missing"), 0))


asyncio.run(main())
