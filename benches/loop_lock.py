"""A hundred tasks that share a lock."""

import asyncio

from measure import measure

TASKS, ROUNDS = 100, 200


async def user(lock):
    for _ in range(ROUNDS):
        async with lock:
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(user(lock) for _ in range(TASKS)))


measure("loop_lock", lambda: asyncio.run(main()), TASKS * ROUNDS, repeats=3)
