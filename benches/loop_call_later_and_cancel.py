"""Setting a timer and cancelling it before it fires."""

import asyncio

from measure import measure

N = 80_000


def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for _ in range(N):
        loop.call_later(1000, nothing).cancel()


measure("loop_call_later_and_cancel", lambda: asyncio.run(main()), N)
