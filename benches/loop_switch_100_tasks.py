"""A task switch through `sleep(0)`, a hundred tasks."""

import asyncio

from measure import measure

TASKS, SWITCHES = 100, 1_000


async def switch():
    for _ in range(SWITCHES):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(switch() for _ in range(TASKS)))


measure("loop_switch_100_tasks", lambda: asyncio.run(main()), TASKS * SWITCHES)
