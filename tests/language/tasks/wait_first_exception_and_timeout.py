import asyncio


async def s(n, x):
    await asyncio.sleep(n)
    if isinstance(x, Exception):
        raise x
    return x


async def main():
    ts = [asyncio.create_task(s(0.02 * n, x)) for n, x in ((1, "a"), (2, KeyError("k")), (4, "c"))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), repr(ts[1].exception()))
    done, pending = await asyncio.wait(pending, timeout=0.01)
    print(len(done), len(pending))
    print(await ts[2])


asyncio.run(main())
