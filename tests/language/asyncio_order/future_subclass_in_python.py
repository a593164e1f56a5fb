"""A subclass of Future takes part like any future."""

import asyncio


class Traced(asyncio.Future):
    def set_result(self, result):
        print("set_result", result)
        super().set_result(result)

    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg=msg)


async def waiter(future):
    try:
        return await future
    except asyncio.CancelledError as error:
        return error.args


async def main():
    loop = asyncio.get_running_loop()
    future = Traced(loop=loop)
    loop.call_soon(future.set_result, 5)
    print(await future, future)
    task = asyncio.create_task(waiter(Traced(loop=loop)))
    await asyncio.sleep(0)
    task.cancel("through the task")
    print(await task)


asyncio.run(main())
