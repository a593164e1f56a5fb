"""The report of an error in a callback, with its traceback, on stderr."""

import asyncio


def outer():
    inner()


def inner():
    raise ValueError("in a callback")


async def main():
    asyncio.get_running_loop().call_soon(outer)
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
