"""The timeout that expired first is the one that raises; the other blocks are only passed through."""

import asyncio


async def main():
    try:
        async with asyncio.timeout(0.02) as outer:
            try:
                async with asyncio.timeout(5) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("never: the inner limit was far away")
    except TimeoutError:
        print("outer expired:", outer.expired(), "inner expired:", inner.expired())

    async with asyncio.timeout(0.02) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 1)
        await asyncio.sleep(0.05)
        print("rescheduled in time")


asyncio.run(main())
