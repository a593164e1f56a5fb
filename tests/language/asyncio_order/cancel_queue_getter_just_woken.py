"""The item for which a cancelled getter was woken up goes to the next getter."""

import asyncio


async def getter(name, queue):
    item = await queue.get()
    print(name, "got", item)


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    print(str(queue))
    queue.put_nowait(1)
    tasks[0].cancel()
    queue.put_nowait(2)
    print(str(queue))
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(result).__name__ for result in results])


asyncio.run(main())
