import asyncio


async def f():
    print("once")
    return 1


async def main():
    t = asyncio.create_task(f())
    print(await t, await t, t.result())
    f2 = asyncio.ensure_future(t)
    print(f2 is t)


asyncio.run(main())
