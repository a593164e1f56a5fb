"""A hundred thousand tasks that sleep for different times, up to ten milliseconds."""

import asyncio
import random

from measure import measure

N = 100_000
random.seed(1)
DELAYS = [random.uniform(0, 0.01) for _ in range(N)]


async def main():
    await asyncio.gather(*[asyncio.sleep(delay) for delay in DELAYS])


measure("loop_timers_spread", lambda: asyncio.run(main()), N, repeats=2)
