import asyncio


async def s(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    ts = [asyncio.create_task(s(n)) for n in range(3)]
    await asyncio.sleep(0)
    ts[2].cancel()
    ts[0].cancel()
    ts[1].cancel()
    print("requested")
    await asyncio.gather(*ts, return_exceptions=True)


asyncio.run(main())
