"""A hand-over through a queue with room for one."""

import asyncio

from measure import measure

N = 20_000


async def producer(queue):
    for i in range(N):
        await queue.put(i)


async def consumer(queue):
    for _ in range(N):
        await queue.get()


async def main():
    queue = asyncio.Queue(1)
    await asyncio.gather(producer(queue), consumer(queue))


measure("loop_queue_of_1", lambda: asyncio.run(main()), N)
