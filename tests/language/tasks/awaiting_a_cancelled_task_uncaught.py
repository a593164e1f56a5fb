import asyncio


async def f():
    await asyncio.sleep(1)


async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    t.cancel("stop it")
    await t


asyncio.run(main())
