"""A queue with a limit slows the producer down to the consumer's pace."""

import asyncio


async def producer(queue):
    for n in range(1, 6):
        await queue.put(n)
        print(f"put {n}, in the queue: {queue.qsize()}")


async def consumer(queue):
    for _ in range(5):
        await asyncio.sleep(0.02)
        print("    took", await queue.get())


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
