import asyncio


async def work():
    await asyncio.sleep(0)
    print("work ends")


async def main():
    t = asyncio.create_task(work())
    t.add_done_callback(lambda _: print("callback before the await"))
    await asyncio.sleep(0)

    async def waiter():
        await t
        print("waiter")

    w = asyncio.create_task(waiter())
    await t
    print("main")
    await w


asyncio.run(main())
