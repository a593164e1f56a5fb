"""Callbacks scheduled in the last round still run, while the loop shuts down."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def chain(n):
        print("chain", n)
        if n < 20:
            loop.call_soon(chain, n + 1)

    loop.call_soon(chain, 0)
    loop.call_later(30, print, "never")
    print("main ends")


asyncio.run(main())
