"""Gather inside gather: order of steps, of results, and of cancellations."""

import asyncio


async def step(name, fail=False):
    print("start", name)
    try:
        await asyncio.sleep(0)
        if fail:
            raise ValueError(name)
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("cancelled", name)
        raise
    print("end", name)
    return name


async def main():
    print(
        await asyncio.gather(
            asyncio.gather(step("a"), step("b")),
            step("c"),
            asyncio.gather(step("d", fail=True), step("e"), return_exceptions=True),
        )
    )
    outer = asyncio.gather(asyncio.gather(step("f"), step("g")), step("h"))
    await asyncio.sleep(0)
    print("cancel", outer.cancel("enough"))
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error), outer.cancelled())


asyncio.run(main())
