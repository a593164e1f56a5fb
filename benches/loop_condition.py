"""A hundred tasks that wait for a condition, notified again and again."""

import asyncio

from measure import measure

TASKS, ROUNDS = 100, 300


async def waiter(condition, state):
    async with condition:
        for number in range(ROUNDS):
            while state[0] <= number:
                await condition.wait()


async def main():
    condition, state = asyncio.Condition(), [0]
    tasks = [asyncio.create_task(waiter(condition, state)) for _ in range(TASKS)]
    await asyncio.sleep(0)
    for _ in range(ROUNDS):
        async with condition:
            state[0] += 1
            condition.notify_all()
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)


measure("loop_condition", lambda: asyncio.run(main()), TASKS * ROUNDS, repeats=3)
