"""`shutdown` ends a queue: what is in it is still handed out, then `get` raises."""

import asyncio


async def customer(name, queue):
    try:
        while True:
            print(name, "got", await queue.get())
            await asyncio.sleep(0)
    except asyncio.QueueShutDown:
        print(name, "goes home")


async def main():
    queue = asyncio.Queue()
    for cake in ("apple", "cherry", "plum"):
        queue.put_nowait(cake)
    queue.shutdown()
    await asyncio.gather(customer("Ann", queue), customer("Bob", queue))
    try:
        await queue.put("late delivery")
    except asyncio.QueueShutDown as error:
        print("put:", repr(error))


asyncio.run(main())
