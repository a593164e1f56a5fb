"""A queue joins a producer and a consumer: `get` waits while it is empty."""

import asyncio


async def producer(queue):
    for item in ["bread", "milk", "tea"]:
        await asyncio.sleep(0.02)
        print("put", item)
        await queue.put(item)
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("    got", item)
    print("    no more")


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
