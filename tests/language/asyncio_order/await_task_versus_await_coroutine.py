import asyncio


async def inner(name):
    print(name, "start")
    await asyncio.sleep(0)
    print(name, "end")


async def other():
    for i in range(4):
        print("other", i)
        await asyncio.sleep(0)


async def main():
    o = asyncio.create_task(other())
    await inner("direct")
    await asyncio.create_task(inner("as a task"))
    await o


asyncio.run(main())
