"""A timer that is due can still be cancelled by what runs before it in the round."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    second = None

    def first():
        print("first cancels second")
        second.cancel()

    loop.call_at(now + 0.01, first)
    second = loop.call_at(now + 0.01, print, "second must not run")
    third = loop.call_at(now + 0.01, print, "third")
    await asyncio.sleep(0.03)
    print(second.cancelled(), third.cancelled())


asyncio.run(main())
