"""A lock that nobody else wants."""

import asyncio

from measure import measure

N = 200_000


async def main():
    lock = asyncio.Lock()
    for _ in range(N):
        async with lock:
            pass


measure("loop_free_lock", lambda: asyncio.run(main()), N)
