import asyncio


async def main():
    t = asyncio.create_task(asyncio.sleep(10))
    g = asyncio.gather(t, asyncio.sleep(0.01, "fine"))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather raised CancelledError", g.cancelled())


asyncio.run(main())
