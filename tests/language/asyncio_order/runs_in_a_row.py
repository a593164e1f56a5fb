"""Loops that have nothing to shut down, and such as have: tasks keep their numbers all the same."""

import asyncio


async def named(*left_over):
    loop = asyncio.get_running_loop()
    for text in left_over:
        loop.call_soon(print, "left over:", text)
    return asyncio.current_task().get_name()


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


async def leaves_a_generator():
    generator = numbers()
    await anext(generator)
    leaves_a_generator.kept = generator
    return await named()


async def leaves_a_timer():
    asyncio.get_running_loop().call_later(0, print, "timer")
    return await named()


async def uses_a_thread():
    print(await asyncio.to_thread(lambda: "from a thread"))
    return await named()


async def leaves_a_task():
    async def endless():
        try:
            await asyncio.Event().wait()
        finally:
            print("cancelled at the end")

    leaves_a_task.task = asyncio.create_task(endless())
    await asyncio.sleep(0)
    return await named()


class OwnLoop(asyncio.SelectorEventLoop):
    def run_until_complete(self, future):
        print("own run")
        return super().run_until_complete(future)

    async def shutdown_asyncgens(self):
        print("own shutdown")
        await super().shutdown_asyncgens()


def with_attribute():
    loop = asyncio.new_event_loop()
    original = loop.shutdown_default_executor

    async def shutdown(timeout=None):
        print("patched shutdown", asyncio.current_task().get_name())
        await original(timeout)

    loop.shutdown_default_executor = shutdown
    return loop


def with_factory():
    loop = asyncio.new_event_loop()

    def factory(loop, coro, **options):
        print("factory makes", coro.__qualname__)
        return asyncio.Task(coro, loop=loop, **options)

    loop.set_task_factory(factory)
    return loop


print(asyncio.run(named()), asyncio.run(named()))
print(asyncio.run(named("a", "b")))
print(asyncio.run(leaves_a_generator()))
print(asyncio.run(leaves_a_timer()))
print(asyncio.run(uses_a_thread()))
print(asyncio.run(leaves_a_task()), leaves_a_task.task.cancelled())
for factory in (OwnLoop, with_attribute, with_factory):
    print(asyncio.run(named(), loop_factory=factory))
print(asyncio.run(named(), debug=True))


with asyncio.Runner() as runner:
    print(runner.run(named()), runner.run(named()))
    loop = runner.get_loop()
    loop.call_soon(print, "run before the loop is closed")
print(loop.is_closed())
with asyncio.Runner() as runner:
    loop = runner.get_loop()
print(loop.is_closed(), loop.is_running())
patched = asyncio.BaseEventLoop.shutdown_asyncgens
try:

    async def shutdown_asyncgens(self):
        print("patched in the class")
        await patched(self)

    asyncio.BaseEventLoop.shutdown_asyncgens = shutdown_asyncgens
    print(asyncio.run(named()))
finally:
    asyncio.BaseEventLoop.shutdown_asyncgens = patched
print(asyncio.run(named()))
