"""Tasks that all wait for the same event."""

import asyncio

from resident import resident

N = 200_000


async def waiter(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    before = resident()
    tasks = [asyncio.create_task(waiter(event)) for _ in range(N)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("memory_waiting_task", round((resident() - before) / N, 1))
    event.set()
    await asyncio.gather(*tasks)


asyncio.run(main())
