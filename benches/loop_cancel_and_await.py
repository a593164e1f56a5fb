"""Starting a task, cancelling it while it sleeps, and awaiting its end."""

import asyncio

from measure import measure

N = 10_000


async def sleeper():
    await asyncio.sleep(1000)


async def main():
    for _ in range(N):
        task = asyncio.create_task(sleeper())
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass


measure("loop_cancel_and_await", lambda: asyncio.run(main()), N)
