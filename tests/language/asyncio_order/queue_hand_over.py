import asyncio


async def consumer(n, q):
    for _ in range(2):
        print(n, "got", await q.get())


async def main():
    q = asyncio.Queue(1)
    cs = [asyncio.create_task(consumer(n, q)) for n in "ab"]
    for i in range(4):
        await q.put(i)
        print("put", i)
    await asyncio.gather(*cs)


asyncio.run(main())
