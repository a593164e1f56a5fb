"""When one task of a group fails, the group cancels the others and raises an exception group."""

import asyncio


async def steady(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def failing():
    await asyncio.sleep(0.02)
    print("failing")
    raise ValueError("the oven is broken")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(steady("Ann"))
            group.create_task(steady("Bob"))
            group.create_task(failing())
    except* ValueError as caught:
        print("caught:", caught.exceptions)


asyncio.run(main())
