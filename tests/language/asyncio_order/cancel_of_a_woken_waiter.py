"""Cancelling a task whose future is done already: the result is lost, not the cancellation."""

import asyncio


async def waiter(future):
    try:
        print("got", await future)
    except asyncio.CancelledError:
        print("cancelled although the future is", future)
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_result("too late")
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("main sees it")


asyncio.run(main())
