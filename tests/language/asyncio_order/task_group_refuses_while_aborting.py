"""A group that is shutting down takes no more tasks."""

import asyncio


async def late(group):
    try:
        await asyncio.sleep(5)
    finally:
        try:
            group.create_task(asyncio.sleep(0))
        except RuntimeError as error:
            print(error)


async def main():
    group = asyncio.TaskGroup()
    try:
        group.create_task(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)
    try:
        async with group:
            group.create_task(late(group))
            await asyncio.sleep(0)
            1 / 0
    except* ZeroDivisionError as errors:
        print(errors.exceptions)


asyncio.run(main())
