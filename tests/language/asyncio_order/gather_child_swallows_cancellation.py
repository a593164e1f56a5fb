"""gather that was cancelled ends as cancelled even if every child caught it."""

import asyncio


async def stubborn(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(name, "catches")
        return name


async def main():
    future = asyncio.gather(stubborn("a"), stubborn("b"))
    await asyncio.sleep(0)
    future.cancel("stop")
    try:
        print(await future)
    except asyncio.CancelledError as error:
        print(repr(error), future.cancelled(), future)


asyncio.run(main())
