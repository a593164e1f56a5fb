"""An `asyncio.timeout` block that does not expire."""

import asyncio

from measure import measure

N = 25_000


async def main():
    for _ in range(N):
        async with asyncio.timeout(1000):
            pass


measure("loop_timeout_block", lambda: asyncio.run(main()), N)
