"""Only exceptions that nobody asked for are reported."""

import asyncio


async def fail(name):
    raise ValueError(name)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda loop, context: print(context["message"], repr(context["exception"]))
    )
    asked = asyncio.create_task(fail("asked"))
    silenced = asyncio.create_task(fail("silenced"))
    dropped = asyncio.create_task(fail("dropped"))
    await asyncio.sleep(0)
    asked.exception()
    silenced._log_traceback = False
    del asked, silenced
    print("now")
    del dropped
    future = loop.create_future()
    future.set_exception(KeyError("a future"))
    del future
    cancelled = loop.create_future()
    cancelled.cancel()
    del cancelled
    print("end")


asyncio.run(main())
