"""shutdown() wakes up who waits, in line."""

import asyncio


async def getter(name, queue):
    try:
        print(name, await queue.get())
    except asyncio.QueueShutDown as error:
        print(name, repr(error))


async def putter(name, queue):
    try:
        await queue.put(name)
        print(name, "put")
    except asyncio.QueueShutDown as error:
        print(name, repr(error))


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    queue.shutdown()
    await asyncio.gather(*tasks)
    print(str(queue))

    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    tasks = [asyncio.create_task(putter(name, queue)) for name in "cd"]
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    await asyncio.gather(*tasks)
    await queue.join()
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown:
        print("nothing left")


asyncio.run(main())
