"""Errors in callbacks go to the handler at once, in the round where they happen."""

import asyncio


def fail(name):
    raise ValueError(name)


def handler(loop, context):
    print("handler:", repr(context["exception"]), sorted(context))
    if context["exception"].args == ("b",):
        loop.call_soon(print, "scheduled by the handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(fail, "a")
    loop.call_soon(print, "between")
    loop.call_soon(fail, "b")
    future = loop.create_future()
    future.add_done_callback(lambda f: fail("in done callback"))
    future.set_result(None)
    await asyncio.sleep(0)
    print("main goes on")
    await asyncio.sleep(0)
    try:
        loop.set_exception_handler("no function")
    except TypeError as error:
        print(error)
    print(loop.get_exception_handler() is handler)


asyncio.run(main())
