import asyncio


async def waiting(q):
    try:
        await q.get()
    except asyncio.QueueShutDown as e:
        print("getter", repr(e))


async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(waiting(q))
    await asyncio.sleep(0)
    q.shutdown()
    await t
    q = asyncio.Queue()
    q.put_nowait(1)
    q.shutdown()
    print(await q.get())
    for call in (q.get(), q.put(2)):
        try:
            await call
        except asyncio.QueueShutDown as e:
            print(repr(e))
    q = asyncio.Queue()
    q.put_nowait(1)
    q.shutdown(immediate=True)
    print(q.empty(), q.qsize())
    await q.join()


asyncio.run(main())
