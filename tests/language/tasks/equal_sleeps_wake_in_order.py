import asyncio


async def s(i):
    await asyncio.sleep(0.05)
    print(i, end=" ")


async def main():
    await asyncio.gather(*(s(i) for i in range(10)))
    print()


asyncio.run(main())
