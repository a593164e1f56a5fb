import asyncio


async def s(n):
    await asyncio.sleep(n * 0.03)
    return n


async def main():
    for f in asyncio.as_completed([s(3), s(1), s(2)]):
        print(await f)
    ts = [asyncio.create_task(s(n)) for n in (2, 1)]
    async for t in asyncio.as_completed(ts):
        print(t in ts, t.result())
    try:
        for f in asyncio.as_completed([s(1), s(5)], timeout=0.06):
            print(await f)
    except TimeoutError as e:
        print(repr(e))


asyncio.run(main())
