"""Creating, running and gathering a thousand tasks."""

import asyncio

from measure import measure

N, ROUNDS = 1_000, 20


async def nothing():
    pass


async def main():
    for _ in range(ROUNDS):
        await asyncio.gather(*[asyncio.create_task(nothing()) for _ in range(N)])


measure("loop_spawn_1000", lambda: asyncio.run(main()), N * ROUNDS)
