"""The scheduler of chapter 5 runs `async def` unchanged: coroutines are generators with manners."""

import heapq
from types import coroutine


@coroutine
def sleep(seconds):
    yield seconds


async def boil(what, minutes):
    print(f"{what}: on the stove")
    await sleep(minutes)
    print(f"{what}: ready")


async def cook():
    await boil("water", 3)
    await boil("pasta", 8)


sleeping = [(0, 0, cook()), (0, 1, boil("sauce", 10)), (0, 2, boil("egg", 5))]
heapq.heapify(sleeping)
while sleeping:
    now, number, task = heapq.heappop(sleeping)
    print(f"[{now:2}] ", end="")
    try:
        heapq.heappush(sleeping, (now + task.send(None), number, task))
    except StopIteration:
        pass
