"""Calls with wrong arguments are refused in the words of Python functions."""

import asyncio


async def main():
    lock, queue, event = asyncio.Lock(), asyncio.Queue(), asyncio.Event()
    calls = [
        lambda: asyncio.sleep(),
        lambda: asyncio.sleep(1, 2, 3),
        lambda: asyncio.sleep(delay=1, delai=2),
        lambda: asyncio.sleep(1, delay=1),
        lambda: queue.put(),
        lambda: queue.put_nowait(),
        lambda: queue.get(1),
        lambda: lock.acquire(1),
        lambda: lock.release(now=True),
        lambda: event.wait(timeout=1),
        lambda: asyncio.gather(1),
        lambda: asyncio.gather(return_exception=True),
        lambda: asyncio.timeout(),
        lambda: asyncio.create_task(),
        lambda: asyncio.Lock(1),
        lambda: asyncio.Queue(1, 2),
        lambda: asyncio.Semaphore(-1),
    ]
    for call in calls:
        try:
            call()
        except Exception as error:
            print(type(error).__name__, error)
    for delay in ("soon", float("nan"), None):
        try:
            await asyncio.sleep(delay)
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())
