"""A task switch from fifty coroutines deep."""

import asyncio

from measure import measure

TASKS, SWITCHES, DEPTH = 100, 500, 50


async def deep(depth):
    if depth > 1:
        await deep(depth - 1)
    else:
        for _ in range(SWITCHES):
            await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(deep(DEPTH) for _ in range(TASKS)))


measure("loop_switch_through_50_awaits", lambda: asyncio.run(main()), TASKS * SWITCHES)
