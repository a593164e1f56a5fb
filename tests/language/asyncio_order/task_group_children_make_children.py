"""Tasks may add tasks to their group, also while the body is over."""

import asyncio


async def child(group, depth):
    print("depth", depth)
    if depth < 3:
        await asyncio.sleep(0)
        group.create_task(child(group, depth + 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(group, 0))
        print("body over", group)
    print(group)
    try:
        group.create_task(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(main())
