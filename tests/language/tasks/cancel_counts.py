import asyncio


async def f():
    for _ in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            t = asyncio.current_task()
            print(t.cancelling(), t.uncancel(), t.cancelling())
    return "survived"


async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    print(t.cancel(), t.cancel(), t.cancelling())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancel())


asyncio.run(main())
