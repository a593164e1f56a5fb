"""A task switch through `sleep(0)`, ten thousand tasks."""

import asyncio

from measure import measure

TASKS, SWITCHES = 10_000, 20


async def switch():
    for _ in range(SWITCHES):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(switch() for _ in range(TASKS)))


measure("loop_switch_10000_tasks", lambda: asyncio.run(main()), TASKS * SWITCHES, repeats=3)
