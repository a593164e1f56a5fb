import asyncio


async def stay(n):
    try:
        await asyncio.sleep(10)
    finally:
        print("leave", n)


async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(stay(1))
        tg.create_task(stay(2))


async def main():
    t = asyncio.create_task(group())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("a plain CancelledError")


asyncio.run(main())
