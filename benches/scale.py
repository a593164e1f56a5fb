"""What a task switch costs with a hundred tasks and with a million.

A program of its own, as a million tasks want half a gigabyte (CPython: two):

    ouro benches/scale.py
"""

import asyncio
from time import perf_counter


async def switch(turns):
    for _ in range(turns):
        await asyncio.sleep(0)


async def best_turn(tasks, turns):
    """The shortest time for a turn of the loop in which each of so many tasks is run once."""
    running = [asyncio.create_task(switch(turns)) for _ in range(tasks)]
    await asyncio.sleep(0)
    best = float("inf")
    for _ in range(turns - 1):
        start = perf_counter()
        await asyncio.sleep(0)
        best = min(best, perf_counter() - start)
    await asyncio.gather(*running)
    return best


def nanoseconds(tasks, turns):
    return asyncio.run(best_turn(tasks, turns)) / tasks * 1e9


few = nanoseconds(100, 20_000)
many = nanoseconds(1_000_000, 10)
print(f"{few:.0f} ns with a hundred tasks, {many:.0f} ns with a million: {many / few:.1f} times as much")
