import asyncio


async def bad():
    await asyncio.sleep(0)
    print("raising")
    raise ValueError("x")


async def other():
    for i in range(4):
        print("other", i)
        await asyncio.sleep(0)


async def main():
    o = asyncio.create_task(other())
    t = asyncio.create_task(bad())
    try:
        await t
    except ValueError:
        print("main caught")
    await o


asyncio.run(main())
