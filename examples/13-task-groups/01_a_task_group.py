"""A task group waits for all of its tasks before its block ends."""

import asyncio


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    print(dish, "ready")
    return f"a plate of {dish}"


async def main():
    async with asyncio.TaskGroup() as kitchen:
        soup = kitchen.create_task(cook("soup", 0.04))
        salad = kitchen.create_task(cook("salad", 0.02))
        print("the cooks are at work")
    print("served:", soup.result(), "and", salad.result())


asyncio.run(main())
