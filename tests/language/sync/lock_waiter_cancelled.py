import asyncio


async def use(name, lock):
    async with lock:
        print(name, "has it")
        await asyncio.sleep(0.02)


async def main():
    lock = asyncio.Lock()
    ts = [asyncio.create_task(use(n, lock)) for n in "abc"]
    await asyncio.sleep(0.01)
    ts[1].cancel()
    await asyncio.wait(ts)
    print([t.cancelled() for t in ts], lock.locked())


asyncio.run(main())
