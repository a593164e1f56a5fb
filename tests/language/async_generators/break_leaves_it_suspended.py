import asyncio


async def g():
    try:
        for i in range(5):
            yield i
    finally:
        print("finally")


async def main():
    it = g()
    async for i in it:
        if i == 1:
            break
    print("after break")
    print(await anext(it))
    await it.aclose()
    print("closed")


asyncio.run(main())
