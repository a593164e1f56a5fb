"""Cancelling the inner task goes through the shield outwards."""

import asyncio


async def main():
    inner = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel("inner message")
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error), inner.cancelled(), outer.cancelled())
    failing = asyncio.get_running_loop().create_future()
    shielded = asyncio.shield(failing)
    failing.set_exception(KeyError("k"))
    print(shielded.done())
    await asyncio.sleep(0)
    print(shielded)
    print(await asyncio.gather(shielded, return_exceptions=True))


asyncio.run(main())
