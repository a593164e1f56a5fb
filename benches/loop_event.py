"""A hundred tasks that wait for an event, set and cleared again and again."""

import asyncio

from measure import measure

TASKS, ROUNDS = 100, 500


async def waiter(event):
    for _ in range(ROUNDS):
        await event.wait()


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event)) for _ in range(TASKS)]
    for _ in range(ROUNDS):
        await asyncio.sleep(0)
        event.set()
        event.clear()
    await asyncio.gather(*tasks)


measure("loop_event", lambda: asyncio.run(main()), TASKS * ROUNDS)
