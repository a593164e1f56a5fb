"""An error in the inner group goes through the outer one as a group in a group."""

import asyncio


async def fail(name):
    await asyncio.sleep(0)
    raise ValueError(name)


async def sleeper(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(sleeper("outer sleeper"))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(sleeper("inner sleeper"))
            inner.create_task(fail("a"))
            inner.create_task(fail("b"))
        print("not reached")


asyncio.run(main())
