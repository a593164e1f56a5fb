"""Callbacks and first steps of tasks share one queue."""

import asyncio


async def worker(name):
    print("start", name)
    await asyncio.sleep(0)
    print("end", name)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback 1")
    a = asyncio.create_task(worker("a"))
    loop.call_soon(print, "callback 2")
    b = asyncio.create_task(worker("b"))
    loop.call_soon(print, "callback 3")
    await a
    await b


asyncio.run(main())
