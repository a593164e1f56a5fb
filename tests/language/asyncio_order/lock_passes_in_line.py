"""Who asks for a free lock while others wait in line has to wait behind them."""

import asyncio


async def worker(name, lock, times):
    for turn in range(times):
        async with lock:
            print(name, turn)
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(name, lock, 3) for name in "abc"))
    await lock.acquire()
    waiting = asyncio.create_task(worker("waiting", lock, 1))
    await asyncio.sleep(0)
    lock.release()
    print("released, locked:", lock.locked())
    async with lock:
        print("main comes after")
    await waiting
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
