"""Task(..., eager_start=True), nested, and current_task inside."""

import asyncio


async def inner():
    print("inner", asyncio.current_task().get_name())
    return "inner result"


async def outer():
    print("outer before", asyncio.current_task().get_name())
    loop = asyncio.get_running_loop()
    task = asyncio.Task(inner(), loop=loop, name="inner", eager_start=True)
    print("outer after", asyncio.current_task().get_name(), task.result())
    await asyncio.sleep(0)
    return "outer result"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.Task(outer(), loop=loop, name="outer", eager_start=True)
    print("main", task.done(), asyncio.current_task().get_name())
    print(sorted(each.get_name() for each in asyncio.all_tasks()))
    print(await task)


asyncio.run(main(), debug=False)
