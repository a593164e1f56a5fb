import asyncio


async def w(n, e):
    print(n, await e.wait())


async def main():
    e = asyncio.Event()
    ts = [asyncio.create_task(w(n, e)) for n in "ab"]
    await asyncio.sleep(0)
    e.set()
    e.clear()
    print(e.is_set())
    await asyncio.gather(*ts)
    e.set()
    await w("c", e)


asyncio.run(main())
