"""The place for which a cancelled putter was woken up goes to the next putter."""

import asyncio


async def putter(item, queue):
    await queue.put(item)
    print("put", item)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    tasks = [asyncio.create_task(putter(item, queue)) for item in "xyz"]
    await asyncio.sleep(0)
    print(str(queue))
    print(queue.get_nowait())
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(str(queue))
    print(await queue.get(), await queue.get())
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(result).__name__ for result in results], str(queue))


asyncio.run(main())
