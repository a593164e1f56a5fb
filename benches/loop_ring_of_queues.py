"""A token that travels round a ring of a hundred tasks and queues."""

import asyncio

from measure import measure

TASKS, ROUNDS = 100, 300


async def link(queue, following):
    for _ in range(ROUNDS):
        await following.put(await queue.get())


async def main():
    queues = [asyncio.Queue() for _ in range(TASKS)]
    queues[0].put_nowait("token")
    await asyncio.gather(*(link(queues[i], queues[(i + 1) % TASKS]) for i in range(TASKS)))


measure("loop_ring_of_queues", lambda: asyncio.run(main()), TASKS * ROUNDS, repeats=3)
