"""Cancelling a task cancels what it waits for: the request travels to the innermost await."""

import asyncio


async def layer(depth):
    try:
        if depth == 3:
            await asyncio.sleep(10)
        else:
            await layer(depth + 1)
    except asyncio.CancelledError:
        print("cancelled in layer", depth)
        raise


async def main():
    inner = asyncio.create_task(layer(1))
    outer = asyncio.gather(inner)
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("and the inner task:", inner.cancelled())


asyncio.run(main())
