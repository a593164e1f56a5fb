import asyncio


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    t = asyncio.create_task(work(5), name="T")
    print(t)
    await t
    print(t)
    t = asyncio.create_task(work(5), name="U")
    t.cancel()
    print(t)
    await asyncio.wait([t])
    print(t)


asyncio.run(main())
