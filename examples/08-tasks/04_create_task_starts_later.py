"""`create_task` only puts a task into the queue: it starts when the current one gives way."""

import asyncio


async def job(name):
    print(f"  {name} starts")
    await asyncio.sleep(0)
    print(f"  {name} ends")


async def main():
    task = asyncio.create_task(job("background"))
    print("task created")
    print("still here, it has not started")
    await asyncio.sleep(0)
    print("main had to wait for it to get a turn")
    await job("directly awaited")
    await task
    print("both done")


asyncio.run(main())
