"""SystemExit in a task leaves the group alone, without an exception group."""

import asyncio


async def stop():
    await asyncio.sleep(0)
    raise SystemExit(3)


async def sleeper():
    try:
        await asyncio.sleep(5)
    finally:
        print("sleeper ends")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeper())
            group.create_task(stop())
    finally:
        print("leaving main")


asyncio.run(main())
