"""Each callback runs in the context of its scheduling, or in the one given."""

import asyncio
import contextvars

name = contextvars.ContextVar("name", default="none")


def show(label, *ignored):
    print(label, name.get())
    name.set("changed by " + label)


async def main():
    loop = asyncio.get_running_loop()
    name.set("main")
    own = contextvars.copy_context()
    own.run(name.set, "own")
    loop.call_soon(show, "1")
    loop.call_soon(show, "2")
    loop.call_soon(lambda: show("3"), context=own)
    loop.call_soon(lambda: show("4"), context=own)
    loop.call_later(0.01, show, "5")
    future = loop.create_future()
    future.add_done_callback(lambda f: show("6"))
    name.set("main later")
    future.add_done_callback(lambda f: show("7"))
    future.set_result(None)
    task = asyncio.create_task(child(), context=own)
    await task
    await asyncio.sleep(0.2)
    print("end", name.get(), own[name])


async def child():
    print("child", name.get())
    name.set("child")


asyncio.run(main())
