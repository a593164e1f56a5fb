import asyncio


async def f():
    try:
        await asyncio.sleep(1)
    finally:
        print("cleaning")
        await asyncio.sleep(0.01)
        print("cleaned")


async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    print("second cancel", t.cancel())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled in the middle of the cleaning")


asyncio.run(main())
