"""Tasks that fail while the group cancels them add their errors to the group's."""

import asyncio


async def fails_first():
    await asyncio.sleep(0)
    raise ValueError("first")


async def fails_when_cancelled(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise KeyError(name)


async def catches():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        print("took its time")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_when_cancelled("b"))
            group.create_task(fails_first())
            group.create_task(catches())
            await asyncio.sleep(5)
    except* ValueError as errors:
        print("ValueError", errors.exceptions)
    except* KeyError as errors:
        print("KeyError", errors.exceptions)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
