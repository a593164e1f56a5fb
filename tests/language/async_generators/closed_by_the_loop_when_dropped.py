import asyncio


async def g():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("finally in another task")


async def main():
    async for i in g():
        break
    print("after break")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("two turns later")
    await asyncio.sleep(0.01)


asyncio.run(main())
