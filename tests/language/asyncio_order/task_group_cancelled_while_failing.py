"""The parent is cancelled from outside while the group is failing: the error comes first."""

import asyncio


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("task")


async def slow_to_stop():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.3)
        print("stopped at last")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(slow_to_stop())
    except* ValueError as errors:
        print(errors.exceptions, asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
        print("not reached")
    except asyncio.CancelledError as error:
        print("the cancellation strikes now", error.args)
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.1)
    task.cancel("outside")
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
