"""Eager tasks take their first step inside create_task."""

import asyncio


async def work(name, turns):
    print("start", name, asyncio.current_task().get_name())
    for turn in range(turns):
        await asyncio.sleep(0)
        print(name, "turn", turn)
    return name


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print("before")
    a = asyncio.create_task(work("a", 0), name="A")
    print("a is done:", a.done(), a.result())
    b = asyncio.create_task(work("b", 2), name="B")
    print("b is done:", b.done(), asyncio.current_task() is not b)
    c = loop.create_task(work("c", 1), name="C")
    print(await asyncio.gather(b, c, work("d", 0)))


asyncio.run(main())
