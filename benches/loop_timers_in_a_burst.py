"""A hundred thousand tasks that sleep for the same time."""

import asyncio

from measure import measure

N = 100_000


async def main():
    await asyncio.gather(*[asyncio.sleep(0.001) for _ in range(N)])


measure("loop_timers_in_a_burst", lambda: asyncio.run(main()), N, repeats=2)
