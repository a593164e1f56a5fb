"""shield keeps the inner task running when the waiting task is cancelled."""

import asyncio


async def inner():
    print("inner starts")
    await asyncio.sleep(0.3)
    print("inner ends")
    return "result"


async def outer(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError as error:
        print("outer cancelled", error.args, task.done())
        raise


async def main():
    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(0.01)
    waiting.cancel("shielded")
    await asyncio.gather(waiting, return_exceptions=True)
    print(await task)
    print(await asyncio.shield(task))


asyncio.run(main())
