"""Every method of the queues with another order."""

import asyncio


async def main(kind):
    queue = kind(maxsize=2)
    print(kind.__name__, queue.maxsize, queue.empty(), queue.full(), queue.qsize())
    queue.put_nowait(2)
    await queue.put(1)
    print(queue, queue.full(), queue.qsize())
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(repr(error))
    putter = asyncio.create_task(queue.put(0))
    await asyncio.sleep(0)
    print(queue.get_nowait(), await queue.get())
    await putter
    print(queue.get_nowait(), queue.empty())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    joiner = asyncio.create_task(queue.join())
    for _ in range(3):
        await asyncio.sleep(0)
        print("joined:", joiner.done())
        queue.task_done()
    await joiner
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    queue.put_nowait(5)
    queue.shutdown()
    print(await queue.get())
    for call in (queue.get_nowait, lambda: queue.put_nowait(1)):
        try:
            call()
        except asyncio.QueueShutDown as error:
            print(repr(error))
    queue.shutdown(immediate=True)
    print(queue)


for kind in (asyncio.PriorityQueue, asyncio.LifoQueue, asyncio.Queue):
    asyncio.run(main(kind))
    print(kind[int], kind.__class_getitem__(str))
print(asyncio.Future[int], asyncio.Task[str])
print(asyncio.Future.__class_getitem__(int), asyncio.Task.__class_getitem__(int))
