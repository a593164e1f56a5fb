"""A done callback runs through the loop, after the task, before those who were added later."""

import asyncio


async def work():
    await asyncio.sleep(0.01)
    return 7


async def main():
    task = asyncio.create_task(work(), name="worker")
    task.add_done_callback(lambda t: print("callback 1:", t.get_name(), t.result()))
    task.add_done_callback(lambda t: print("callback 2"))
    print("main got", await task)
    task.add_done_callback(lambda t: print("callback 3, added too late, runs all the same"))
    await asyncio.sleep(0)


asyncio.run(main())
