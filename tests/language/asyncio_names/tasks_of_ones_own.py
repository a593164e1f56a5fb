"""A task class written in Python registers itself; eager tasks of another class."""

import asyncio


class Mine:
    """As little of a task as asyncio's registry asks for."""

    def __init__(self, coro, loop):
        self.coro, self.loop = coro, loop
        asyncio._register_task(self)
        loop.call_soon(self.step)

    def done(self):
        return self.coro is None

    def get_loop(self):
        return self.loop

    def step(self):
        asyncio._enter_task(self.loop, self)
        try:
            self.coro.send(None)
        except StopIteration as stop:
            print("result", stop.value)
            self.coro = None
            asyncio._unregister_task(self)
        else:
            self.loop.call_soon(self.step)
        finally:
            asyncio._leave_task(self.loop, self)


async def work():
    print(type(asyncio.current_task()).__name__)
    await asyncio.sleep(0)
    return 5


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio._get_running_loop() is loop)
    mine = Mine(work(), loop)
    print(mine in asyncio.all_tasks())
    for _ in range(3):
        await asyncio.sleep(0)
    print(mine in asyncio.all_tasks())
    try:
        asyncio._enter_task(loop, mine)
    except RuntimeError as error:
        print(str(error).partition("<Task")[0], type(asyncio.current_task()).__name__)
    try:
        asyncio._leave_task(loop, mine)
    except RuntimeError as error:
        print(str(error).partition("<")[0])


asyncio.run(main())
print(asyncio._get_running_loop())
loop = asyncio.new_event_loop()
asyncio._set_running_loop(loop)
print(asyncio.get_running_loop() is loop)
asyncio._set_running_loop(None)
loop.close()


class Named(asyncio.Task):
    pass


async def eager():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(Named))
    task = asyncio.create_task(asyncio.sleep(0, "slept"))
    print(type(task).__name__, task.done(), await task)

    async def at_once():
        return "at once"

    task = loop.create_task(at_once())
    print(type(task).__name__, task.done(), await task)


asyncio.run(eager())
