"""A task factory makes the tasks of create_task, gather and TaskGroup."""

import asyncio


class Counted(asyncio.Task):
    made = 0

    def __init__(self, coro, **options):
        super().__init__(coro, **options)
        Counted.made += 1


def factory(loop, coro, context=None):
    return Counted(coro, loop=loop, context=context)


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(work(1), name="named")
    print(type(task).__name__, task.get_name(), await task)
    print(await asyncio.gather(work(2), work(3)))
    async with asyncio.TaskGroup() as group:
        group.create_task(work(4))
    print(Counted.made)
    loop.set_task_factory(None)
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)
    print(type(asyncio.create_task(work(5))).__name__)


asyncio.run(main())
