import asyncio


async def who():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    t = asyncio.create_task(who())
    u = asyncio.create_task(who(), name="custom")
    print(t.get_name(), await t, await u)
    t = asyncio.create_task(who())
    t.set_name("renamed")
    print(await t, len(asyncio.all_tasks()))
    print(await asyncio.gather(who(), who()))


asyncio.run(main())
