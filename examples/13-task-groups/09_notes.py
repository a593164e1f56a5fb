"""`add_note` says more about an error without changing it."""

import asyncio


async def load(name):
    try:
        await asyncio.sleep(0)
        raise OSError("disk full")
    except OSError as error:
        error.add_note(f"while loading {name}")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        for name in ("a.txt", "b.txt"):
            group.create_task(load(name))


asyncio.run(main())
