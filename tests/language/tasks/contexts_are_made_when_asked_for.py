# A task's context, seen from inside, from outside, before the first step and after the last one.
import asyncio
import contextvars

name = contextvars.ContextVar("name", default="nobody")
other = contextvars.ContextVar("other")


async def sets_late():
    await asyncio.sleep(0)
    name.set("late")
    await asyncio.sleep(0)
    inner = asyncio.create_task(reads("child of late"))
    await inner
    return name.get()


async def reads(label):
    print(label, name.get(), other.get("none"))


async def looks_at_itself():
    task = asyncio.current_task()
    context = task.get_context()
    print(context is task.get_context(), list(context))
    name.set("itself")
    print(name in context, context[name])
    print(contextvars.copy_context() == context)


async def main():
    print(asyncio.current_task().get_context() is asyncio.current_task().get_context())
    late = asyncio.create_task(sets_late())
    early = late.get_context()
    print(len(early), early is late.get_context())
    print(await late, early[name], name.get())

    itself = asyncio.create_task(looks_at_itself())
    await itself
    print(itself.get_context()[name], name.get())

    quiet = asyncio.create_task(reads("quiet"))
    await quiet
    print(len(quiet.get_context()), quiet.get_context() is quiet.get_context())

    other.set(1)
    copy = asyncio.create_task(reads("copy"))
    other.set(2)
    await copy
    print(copy.get_context()[other], other.get())

    given = contextvars.Context()
    given.run(name.set, "given")
    task = asyncio.create_task(reads("in a given context"), context=given)
    print(task.get_context() is given)
    await task

    done = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(waits(done))
    await asyncio.sleep(0)
    print(waiting.get_context()[name])
    waiting.get_context().run(name.set, "from outside")
    done.set_result(None)
    print(await waiting, name.get())


async def waits(future):
    name.set("waiting")
    await future
    return name.get()


asyncio.run(main())


async def eager():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    async def inner():
        name.set("inner")
        outer = asyncio.all_tasks()
        await asyncio.sleep(0)
        return name.get(), len(outer)

    task = loop.create_task(inner())
    print(name.get(), task.get_context()[name])
    print(await task)


asyncio.run(eager())
