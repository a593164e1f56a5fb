"""The inner timeout expires; the outer one stays quiet."""

import asyncio


async def main():
    async with asyncio.timeout(1) as outer:
        for delay in (0.01, 0, -1):
            try:
                async with asyncio.timeout(delay) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print(delay, inner.expired(), outer.expired(), asyncio.current_task().cancelling())
    print(repr(outer), repr(inner))


asyncio.run(main())
