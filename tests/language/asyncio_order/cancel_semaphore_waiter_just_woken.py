"""A place in the semaphore is given back when the task woken up for it is cancelled."""

import asyncio


async def worker(name, semaphore):
    async with semaphore:
        print(name, "is in")
        await asyncio.sleep(0)
    return name


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(name, semaphore)) for name in "abcd"]
    await asyncio.sleep(0)
    semaphore.release()
    print(semaphore.locked(), str(semaphore).split("[")[1])
    tasks[0].cancel()
    tasks[2].cancel()
    print([str(r) or type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])
    print(semaphore.locked(), str(semaphore).split("[")[1])


asyncio.run(main())
