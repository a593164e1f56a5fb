import asyncio


async def child(n):
    print("child", n)
    await asyncio.sleep(0)
    print("child", n, "ends")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(1))
        print("body 1")
        await asyncio.sleep(0)
        tg.create_task(child(2))
        print("body ends")
    print("after the group")


asyncio.run(main())
