"""Coroutines that were handed over and refused, or forgotten."""

import asyncio


async def work():
    pass


async def main():
    try:
        asyncio.create_task(work)
    except TypeError as error:
        print(str(error).partition("<")[0])
    work()
    await asyncio.sleep(0)
    print("after")
    try:
        await asyncio.wait([work()])
    except TypeError as error:
        print(error)
    group = asyncio.TaskGroup()
    try:
        group.create_task(work())
    except RuntimeError as error:
        print(error)


asyncio.run(main())
