"""`gather` of ten coroutines, per coroutine."""

import asyncio

from measure import measure

N = 4_000


async def nothing():
    pass


async def main():
    for _ in range(N):
        await asyncio.gather(*[nothing() for _ in range(10)])


measure("loop_gather_10", lambda: asyncio.run(main()), N * 10)
