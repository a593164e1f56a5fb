"""A tree of task groups, six branches wide and five levels deep, per task."""

import asyncio

from measure import measure

BRANCHES, DEPTH = 6, 5
TASKS = sum(BRANCHES**level for level in range(1, DEPTH + 1))


async def node(depth):
    if depth == 0:
        return
    async with asyncio.TaskGroup() as group:
        for _ in range(BRANCHES):
            group.create_task(node(depth - 1))


measure("loop_task_group_tree", lambda: asyncio.run(node(DEPTH)), TASKS, repeats=3)
