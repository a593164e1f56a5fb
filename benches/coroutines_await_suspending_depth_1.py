"""Suspending and resuming through one `await`."""

from types import coroutine

from measure import measure

N = 1_000_000


@coroutine
def pause():
    while True:
        yield


async def chain(depth):
    if depth > 1:
        await chain(depth - 1)
    else:
        await pause()


def work():
    task = chain(1)
    send = task.send
    for _ in range(N):
        send(None)
    task.close()


measure("coroutines_await_suspending_depth_1", work, N)
