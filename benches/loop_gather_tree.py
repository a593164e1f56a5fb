"""A tree of `gather` calls, six branches wide and five levels deep, per task."""

import asyncio

from measure import measure

BRANCHES, DEPTH = 6, 5
TASKS = sum(BRANCHES**level for level in range(1, DEPTH + 1))


async def node(depth):
    if depth:
        await asyncio.gather(*[node(depth - 1) for _ in range(BRANCHES)])


measure("loop_gather_tree", lambda: asyncio.run(node(DEPTH)), TASKS, repeats=3)
