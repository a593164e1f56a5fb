# What one can see of a task group and do with it, apart from its errors.
import asyncio


async def child(n, delay=0):
    await asyncio.sleep(delay)
    return n


class Counting(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self.made = 0

    def create_task(self, coro, *, name=None, context=None):
        self.made += 1
        return super().create_task(coro, name=name, context=context)


async def main():
    group = asyncio.TaskGroup()
    print(repr(group))
    try:
        group.create_task(child(0))
    except RuntimeError as error:
        print(error)
    async with group as entered:
        print(entered is group, repr(group))
        task = group.create_task(child(1), name="one")
        print(repr(group), task.get_name(), repr(task).split("cb=")[1])
        try:
            async with group:
                print("never")
        except RuntimeError as error:
            print(error)
    print(repr(group), task.result())
    try:
        group.create_task(child(2))
    except RuntimeError as error:
        print(error)

    async with Counting() as counting:
        tasks = [counting.create_task(child(n, n / 10)) for n in range(3)]
    print(counting.made, [task.result() for task in tasks])

    labelled = asyncio.TaskGroup()
    labelled.label = "mine"
    print(labelled.label, vars(labelled)["label"])
    async with labelled:
        labelled.create_task(child(3))

    for wrong in [lambda: asyncio.TaskGroup(1), lambda: asyncio.TaskGroup().create_task()]:
        try:
            wrong()
        except TypeError as error:
            print(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(42)
    except* TypeError as errors:
        print(errors.exceptions)

    def spawn(group, depth):
        if depth:
            group.create_task(grow(group, depth - 1))

    async def grow(group, depth):
        spawn(group, depth)
        await asyncio.sleep(0)
        print("depth", depth)

    async with asyncio.TaskGroup() as group:
        spawn(group, 3)


asyncio.run(main())


async def eagerly():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:

        async def quick():
            return "quick"

        task = group.create_task(quick())
        print(task.done(), task.result(), repr(group))
        late = group.create_task(child("late", 0.01))
        print(late.done(), repr(group))


asyncio.run(eagerly())


async def outlives():
    group = asyncio.TaskGroup()

    async def uses():
        async with group:
            group.create_task(child(1, 1))
            raise LookupError("block")

    task = asyncio.create_task(uses())
    results = await asyncio.gather(task, return_exceptions=True)
    print(results, results[0].exceptions)


asyncio.run(outlives())
