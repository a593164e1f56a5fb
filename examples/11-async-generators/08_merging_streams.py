"""Two streams into one: a task per stream, and a queue between them and the reader."""

import asyncio


async def ticks(name, interval, count):
    for n in range(1, count + 1):
        await asyncio.sleep(interval)
        yield f"{name}{n}"


async def merge(*streams):
    queue = asyncio.Queue()

    async def drain(stream):
        async for item in stream:
            await queue.put(item)
        await queue.put(None)

    tasks = [asyncio.create_task(drain(stream)) for stream in streams]
    open_streams = len(tasks)
    while open_streams:
        item = await queue.get()
        if item is None:
            open_streams -= 1
        else:
            yield item


async def main():
    async for item in merge(ticks("a", 0.04, 3), ticks("b", 0.1, 2), ticks("c", 0.06, 1)):
        print(item)


asyncio.run(main())
