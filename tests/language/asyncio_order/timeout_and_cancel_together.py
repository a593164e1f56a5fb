"""A cancellation from outside in the same round as the timeout wins."""

import asyncio


async def worker(when):
    try:
        async with asyncio.timeout_at(when) as cm:
            await asyncio.sleep(5)
    except TimeoutError:
        print("TimeoutError")
    except asyncio.CancelledError as error:
        print("CancelledError", error.args, cm.expired(), asyncio.current_task().cancelling())
        raise


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.01
    task = asyncio.create_task(worker(when))
    await asyncio.sleep(0)
    loop.call_at(when, task.cancel, "from outside")
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())


asyncio.run(main())
