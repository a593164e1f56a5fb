"""`wait_for` with a limit around a coroutine that does not suspend."""

import asyncio

from measure import measure

N = 40_000


async def nothing():
    pass


async def main():
    for _ in range(N):
        await asyncio.wait_for(nothing(), 1000)


measure("loop_wait_for_ready", lambda: asyncio.run(main()), N)
