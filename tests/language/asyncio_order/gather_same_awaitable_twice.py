"""The same coroutine or task given twice runs once."""

import asyncio


async def work(name):
    print("working", name)
    await asyncio.sleep(0)
    return name


async def main():
    coroutine = work("coroutine")
    task = asyncio.create_task(work("task"))
    print(await asyncio.gather(coroutine, task, coroutine, task))
    print(await asyncio.gather())


asyncio.run(main())
