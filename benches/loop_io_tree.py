"""The tree of `gather` calls whose leaves wait as for input, with `sleep`."""

import asyncio

from measure import measure

BRANCHES, DEPTH = 6, 5
TASKS = sum(BRANCHES**level for level in range(1, DEPTH + 1))


async def node(depth):
    if depth:
        await asyncio.gather(*[node(depth - 1) for _ in range(BRANCHES)])
    else:
        await asyncio.sleep(0.0005)


measure("loop_io_tree", lambda: asyncio.run(node(DEPTH)), TASKS, repeats=3)
