import asyncio


async def w(n, e):
    print("wait", n)
    await e.wait()
    print("go", n)


async def main():
    e = asyncio.Event()
    a = asyncio.create_task(w("a", e))
    await asyncio.sleep(0)
    b = asyncio.create_task(w("b", e))
    e.set()
    print("set")
    await asyncio.gather(a, b)


asyncio.run(main())
