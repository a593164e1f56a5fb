"""Nested timeouts that expire at the same time: both count, and each answers for itself."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.02
    try:
        async with asyncio.timeout_at(when) as outer:
            try:
                async with asyncio.timeout_at(when) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired())
                await asyncio.sleep(0)
                print("not reached")
    except TimeoutError as error:
        print("outer", inner.expired(), outer.expired(), repr(error.__cause__))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
