import asyncio


async def w(n, c):
    async with c:
        print(n, "waits")
        await c.wait()
        print(n, "notified")


async def main():
    c = asyncio.Condition()
    ts = [asyncio.create_task(w(n, c)) for n in "abc"]
    await asyncio.sleep(0)
    async with c:
        c.notify()
    await asyncio.sleep(0.01)
    async with c:
        c.notify_all()
    await asyncio.gather(*ts)
    for call in (c.notify, c.notify_all):
        try:
            call()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
