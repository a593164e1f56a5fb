"""How callbacks show in reprs and reports."""

import asyncio
import functools


def fail(*args, **kwargs):
    raise ValueError(args, kwargs)


class Thing:
    def method(self, *args):
        raise KeyError(args)

    def __call__(self, *args):
        raise OSError(args)

    def __repr__(self):
        return "Thing!"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"]))
    for callback in (
        fail,
        Thing().method,
        functools.partial(fail, 1, x=2),
        functools.partial(Thing().method, 1),
        lambda *args: 1 / 0,
        Thing(),
        len,
    ):
        print(loop.call_soon(callback, 1, 2))
        await asyncio.sleep(0)
    handle = loop.call_soon(fail)
    handle.cancel()
    print(handle, handle.cancelled())
    future = loop.create_future()
    for callback in (fail, print, Thing().method):
        future.add_done_callback(callback)
        print(future)
    for callback in (fail, print, Thing().method):
        future.remove_done_callback(callback)
    print(future)


asyncio.run(main())
