"""Awaiting through ten coroutines that never suspend, per level."""

from measure import measure

N, DEPTH = 50_000, 10


async def chain(depth):
    if depth:
        return await chain(depth - 1)
    return 1


async def main():
    for _ in range(N):
        await chain(DEPTH)


def work():
    try:
        main().send(None)
    except StopIteration:
        pass


measure("coroutines_await_ready_depth_10", work, N * DEPTH)
