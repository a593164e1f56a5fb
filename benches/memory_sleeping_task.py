"""Tasks that are all asleep at once."""

import asyncio

from resident import resident

N = 200_000


async def sleeper():
    await asyncio.sleep(3600)


async def main():
    before = resident()
    tasks = [asyncio.create_task(sleeper()) for _ in range(N)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("memory_sleeping_task", round((resident() - before) / N, 1))
    for task in tasks:
        task.cancel()


asyncio.run(main())
