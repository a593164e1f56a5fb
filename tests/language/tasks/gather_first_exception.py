import asyncio


async def ok(n):
    await asyncio.sleep(0.02 * n)
    print("ok", n)
    return n


async def bad(n, e):
    await asyncio.sleep(0.02 * n)
    raise e


async def main():
    try:
        await asyncio.gather(ok(1), bad(2, ValueError("first")), ok(4), bad(3, KeyError("second")))
    except ValueError as e:
        print(repr(e))
    await asyncio.sleep(0.06)
    print(await asyncio.gather(ok(0), bad(0, KeyError("k")), return_exceptions=True))


asyncio.run(main())
