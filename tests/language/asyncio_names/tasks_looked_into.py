"""What tasks, futures and handles tell."""

import asyncio
import contextvars
import io

variable = contextvars.ContextVar("variable", default="outside")


async def inner(future):
    await future


async def outer(future):
    await inner(future)


async def over():
    pass


def noop(*args):
    print("called", args == () or args[0].done())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.get_loop() is loop)
    coro = outer(future)
    task = asyncio.create_task(coro, name="outer")
    print(task.get_coro() is coro, task.get_loop() is loop)
    print([frame.f_lineno for frame in task.get_stack()])
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()])
    print([frame.f_code.co_name for frame in task.get_stack(limit=1)])
    out = io.StringIO()
    task.print_stack(file=out)
    print(out.getvalue().replace(__file__, "FILE"))
    task.add_done_callback(noop)
    task.add_done_callback(noop)
    print(task.remove_done_callback(noop), task.remove_done_callback(noop))
    task.add_done_callback(noop)
    future.set_exception(KeyError("wrong"))
    try:
        await task
    except KeyError as error:
        print(repr(error))
    out = io.StringIO()
    task.print_stack(limit=2, file=out)
    print(out.getvalue().replace(__file__, "FILE"))
    print([frame.f_code.co_name for frame in task.get_stack()])
    done = asyncio.create_task(over())
    await done
    out = io.StringIO()
    done.print_stack(file=out)
    print(out.getvalue().replace(__file__, "FILE"))

    context = contextvars.copy_context()
    context.run(variable.set, "inside")
    for handle in (
        loop.call_soon(noop, context=context),
        loop.call_later(0, noop, context=context),
        loop.call_at(loop.time(), noop, context=context),
    ):
        print(type(handle).__name__, handle.get_context() is context, handle.cancelled())
    await asyncio.sleep(0.01)


asyncio.run(main())
