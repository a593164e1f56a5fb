import asyncio


async def f():
    print("never")


async def main():
    t = asyncio.create_task(f())
    print(t.cancel())
    await asyncio.sleep(0)
    print(t.done(), t.cancelled())


asyncio.run(main())
