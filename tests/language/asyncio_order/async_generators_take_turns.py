import asyncio


async def gen(n):
    for i in range(2):
        await asyncio.sleep(0)
        yield f"{n}{i}"


async def read(n):
    async for x in gen(n):
        print(x)


async def main():
    await asyncio.gather(read("a"), read("b"))


asyncio.run(main())
