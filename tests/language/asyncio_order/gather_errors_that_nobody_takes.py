"""After the first error of gather the others are marked as seen; the tasks run on."""

import asyncio


async def fail(name, delay):
    await asyncio.sleep(delay)
    print("failing", name)
    raise ValueError(name)


async def main():
    try:
        await asyncio.gather(fail("a", 0.01), fail("b", 0.15), fail("c", 0.3))
    except ValueError as error:
        print("got", error)
    await asyncio.sleep(0.5)
    print("end")


asyncio.run(main())
