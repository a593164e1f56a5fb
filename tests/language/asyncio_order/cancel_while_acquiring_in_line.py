"""Cancelled waiters leave the line, and the others move up."""

import asyncio


async def worker(name, lock, log):
    async with lock:
        log.append(name)
        await asyncio.sleep(0)


async def main():
    for kind in (asyncio.Lock, asyncio.Semaphore, asyncio.BoundedSemaphore):
        lock, log = kind(), []
        tasks = [asyncio.create_task(worker(name, lock, log)) for name in "abcdef"]
        await asyncio.sleep(0)
        for index in (1, 3, 5):
            tasks[index].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        print(kind.__name__, log, lock.locked(), [task.cancelled() for task in tasks])
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
