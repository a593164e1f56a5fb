"""Creating, running and gathering a hundred thousand tasks."""

import asyncio

from measure import measure

N = 100_000


async def nothing():
    pass


async def main():
    await asyncio.gather(*[asyncio.create_task(nothing()) for _ in range(N)])


measure("loop_spawn_100000", lambda: asyncio.run(main()), N, repeats=3)
