"""Awaiting a future that is done already, made anew each time."""

import asyncio

from measure import measure

N = 200_000


async def main():
    loop = asyncio.get_running_loop()
    for _ in range(N):
        future = loop.create_future()
        future.set_result(None)
        await future


measure("loop_await_a_finished_future", lambda: asyncio.run(main()), N)
