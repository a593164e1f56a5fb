import asyncio


async def work(n):
    await asyncio.sleep(0)
    return 1 / n


async def main():
    t = asyncio.create_task(work(0))
    await t


asyncio.run(main())
