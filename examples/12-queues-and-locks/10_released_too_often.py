"""Giving back what you do not hold is an error."""

import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print("Lock:", error)
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print("BoundedSemaphore:", error)
    queue = asyncio.Queue()
    try:
        queue.task_done()
    except ValueError as error:
        print("Queue:", error)


asyncio.run(main())
