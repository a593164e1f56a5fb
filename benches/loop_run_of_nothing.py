"""`asyncio.run` of a coroutine that does nothing."""

import asyncio

from measure import measure

N = 1_000


async def nothing():
    pass


def work():
    for _ in range(N):
        asyncio.run(nothing())


measure("loop_run_of_nothing", work, N)
