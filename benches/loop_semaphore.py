"""A hundred tasks that share a semaphore of ten."""

import asyncio

from measure import measure

TASKS, ROUNDS = 100, 300


async def user(semaphore):
    for _ in range(ROUNDS):
        async with semaphore:
            await asyncio.sleep(0)


async def main():
    semaphore = asyncio.Semaphore(10)
    await asyncio.gather(*(user(semaphore) for _ in range(TASKS)))


measure("loop_semaphore", lambda: asyncio.run(main()), TASKS * ROUNDS, repeats=3)
