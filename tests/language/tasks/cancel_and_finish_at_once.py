import asyncio


async def f():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "returned instead"


async def g():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("other")


async def main():
    t, u = asyncio.create_task(f()), asyncio.create_task(g())
    await asyncio.sleep(0)
    t.cancel()
    u.cancel()
    print(await t)
    try:
        await u
    except KeyError as e:
        print(repr(e), repr(e.__context__))


asyncio.run(main())
