"""Callbacks that schedule callbacks do not keep a due timer from running."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []

    def again(n):
        log.append(n)
        if n < 5:
            loop.call_soon(again, n + 1)

    loop.call_at(loop.time() - 1, log.append, "late timer")
    again(0)
    for _ in range(8):
        await asyncio.sleep(0)
    print(log)


asyncio.run(main())
