import asyncio


async def take(n, lock):
    async with lock:
        print("has", n)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    ts = [asyncio.create_task(take(n, lock)) for n in "ab"]
    await asyncio.sleep(0)
    lock.release()
    print("released", lock.locked())
    ts.append(asyncio.create_task(take("late", lock)))
    await asyncio.gather(*ts)


asyncio.run(main())
