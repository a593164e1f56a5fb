import asyncio


async def work():
    await asyncio.sleep(0.04)
    print("work done")
    return "result"


async def main():
    inner = asyncio.create_task(work())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", inner.cancelled())
    print(await inner)
    print(await asyncio.shield(inner))


asyncio.run(main())
