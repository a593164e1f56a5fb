import asyncio


async def zero():
    for i in range(3):
        await asyncio.sleep(0)
        print("zero", i)


async def small():
    await asyncio.sleep(0.01)
    print("small")


async def main():
    await asyncio.gather(small(), zero())


asyncio.run(main())
