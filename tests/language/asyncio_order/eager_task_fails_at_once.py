"""An eager task that fails in its first step keeps the error for who awaits it."""

import asyncio


async def fail():
    raise ValueError("eagerly")


async def quit_inside():
    raise asyncio.CancelledError("of its own")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(fail())
    print(task.done(), repr(task.exception()))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(0))
            group.create_task(fail())
    except* ValueError as errors:
        print(errors.exceptions)
    cancelled = asyncio.create_task(quit_inside())
    print(cancelled.done(), cancelled.cancelled())
    print(await asyncio.gather(cancelled, fail(), return_exceptions=True))


asyncio.run(main())
