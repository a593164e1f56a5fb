import asyncio


async def s(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("cancelled", n, e.args)
        raise


async def main():
    g = asyncio.gather(s(1), s(2))
    await asyncio.sleep(0)
    print(g.cancel("msg"))
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather", e.args)
    t = asyncio.create_task(s(3))
    g = asyncio.gather(t, s(4), return_exceptions=True)
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t.cancelled(), g.done())
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print("outer")


asyncio.run(main())
