import asyncio


async def f(x):
    await asyncio.sleep(0)
    return x


async def main():
    print(await asyncio.gather(f(1), f(2), asyncio.sleep(0, "s")))
    print(await asyncio.gather())
    c = f(9)
    print(await asyncio.gather(c, c))
    try:
        await asyncio.gather([1])
    except TypeError as e:
        print(e)


asyncio.run(main())
