import asyncio


async def main():
    print(await asyncio.sleep(0, "zero"))
    print(await asyncio.sleep(0.01, result=5))
    print(await asyncio.sleep(-1, "negative"))
    r = await asyncio.gather(*(asyncio.sleep(0.05 * (3 - i), i) for i in range(3)))
    print(r)


asyncio.run(main())
