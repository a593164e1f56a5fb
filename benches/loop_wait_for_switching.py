"""`wait_for` with a limit around a coroutine that gives way once."""

import asyncio

from measure import measure

N = 25_000


async def main():
    for _ in range(N):
        await asyncio.wait_for(asyncio.sleep(0), 1000)


measure("loop_wait_for_switching", lambda: asyncio.run(main()), N)
