"""An exception in a task waits there until somebody asks for the result."""

import asyncio


async def divide(a, b):
    await asyncio.sleep(0.01)
    return a / b


async def main():
    task = asyncio.create_task(divide(1, 0))
    await asyncio.sleep(0.05)
    print("the task is done:", task.done())
    print("its exception:", repr(task.exception()))
    await task


asyncio.run(main())
