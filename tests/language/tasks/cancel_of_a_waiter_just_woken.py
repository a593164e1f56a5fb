import asyncio


async def waiter(f):
    try:
        print("result", await f)
    except asyncio.CancelledError:
        print("cancelled although the future is done")
        raise


async def main():
    f = asyncio.Future()
    t = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    f.set_result(1)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())


asyncio.run(main())
