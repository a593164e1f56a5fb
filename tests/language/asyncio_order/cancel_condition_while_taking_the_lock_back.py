"""Condition.wait takes its lock back even while it is being cancelled."""

import asyncio


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError as error:
            print("cancelled with", error.args, condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    await condition.acquire()
    condition.notify()
    await asyncio.sleep(0)
    task.cancel("one")
    await asyncio.sleep(0)
    task.cancel("two")
    await asyncio.sleep(0)
    print("done before the release:", task.done())
    condition.release()
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)
    print(condition.locked())


asyncio.run(main())
