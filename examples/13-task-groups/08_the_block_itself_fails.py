"""An error in the body of the group cancels the tasks too, and joins the group."""

import asyncio


async def helper():
    try:
        await asyncio.sleep(10)
    finally:
        print("helper: cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(helper())
            await asyncio.sleep(0.01)
            raise LookupError("in the body")
    except ExceptionGroup as caught:
        print(repr(caught))


asyncio.run(main())
