"""`wait` hands back two sets: what is done, and what is still pending."""

import asyncio


async def runner(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    tasks = [
        asyncio.create_task(runner("hare", 0.02), name="hare"),
        asyncio.create_task(runner("cat", 0.06), name="cat"),
        asyncio.create_task(runner("tortoise", 0.1), name="tortoise"),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("first:  ", [task.result() for task in done])
    print("pending:", sorted(task.get_name() for task in pending))

    done, pending = await asyncio.wait(pending, timeout=0.06)
    print("later:  ", [task.result() for task in done])
    print("pending:", [task.get_name() for task in pending])
    await asyncio.wait(pending)
    print("all done")


asyncio.run(main())
