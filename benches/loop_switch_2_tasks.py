"""A task switch through `sleep(0)`, two tasks."""

import asyncio

from measure import measure

TASKS, SWITCHES = 2, 50_000


async def switch():
    for _ in range(SWITCHES):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(switch() for _ in range(TASKS)))


measure("loop_switch_2_tasks", lambda: asyncio.run(main()), TASKS * SWITCHES)
