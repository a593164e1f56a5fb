"""The outer timeout expires inside the inner block."""

import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("inner block sees CancelledError", inner.expired(), outer.expired())
                raise
    except TimeoutError:
        print("TimeoutError from the outer one", inner.expired(), outer.expired())


asyncio.run(main())
