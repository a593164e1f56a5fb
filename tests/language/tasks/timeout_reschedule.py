import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.02) as t:
        t.reschedule(None)
        await asyncio.sleep(0.05)
        print("no limit any more")
    try:
        async with asyncio.timeout_at(loop.time() + 10) as t:
            t.reschedule(loop.time() + 0.01)
            await asyncio.sleep(1)
    except TimeoutError:
        print("earlier")
    try:
        t.reschedule(1)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
