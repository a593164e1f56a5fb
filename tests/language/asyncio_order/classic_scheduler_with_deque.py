"""A home-made scheduler runs coroutines that await nothing of asyncio."""

import types
from collections import deque


@types.coroutine
def switch():
    yield


async def count(name, times):
    for n in range(times):
        print(name, n)
        await switch()
    return name


def run(*coroutines):
    queue = deque(coroutines)
    while queue:
        coroutine = queue.popleft()
        try:
            coroutine.send(None)
        except StopIteration as stop:
            print("finished", stop.value)
        else:
            queue.append(coroutine)


run(count("a", 3), count("b", 1), count("c", 2))
