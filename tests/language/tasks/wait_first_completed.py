import asyncio


async def s(n, x):
    await asyncio.sleep(n)
    return x


async def main():
    ts = [asyncio.create_task(s(0.02 * n, n)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    done, pending = await asyncio.wait(ts)
    print(sorted(t.result() for t in done), pending)
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)


asyncio.run(main())
