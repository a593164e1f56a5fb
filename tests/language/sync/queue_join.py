import asyncio


async def worker(q):
    while True:
        x = await q.get()
        await asyncio.sleep(0.01)
        print("done", x)
        q.task_done()


async def main():
    q = asyncio.Queue()
    w = asyncio.create_task(worker(q))
    for i in range(3):
        await q.put(i)
    await q.join()
    print("joined")
    w.cancel()


asyncio.run(main())
