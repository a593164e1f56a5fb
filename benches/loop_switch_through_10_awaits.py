"""A task switch from ten coroutines deep."""

import asyncio

from measure import measure

TASKS, SWITCHES, DEPTH = 100, 500, 10


async def deep(depth):
    if depth > 1:
        await deep(depth - 1)
    else:
        for _ in range(SWITCHES):
            await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(deep(DEPTH) for _ in range(TASKS)))


measure("loop_switch_through_10_awaits", lambda: asyncio.run(main()), TASKS * SWITCHES)
