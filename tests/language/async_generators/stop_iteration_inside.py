import asyncio


async def g(kind):
    yield 1
    raise kind("x")


async def main():
    for kind in (StopIteration, StopAsyncIteration):
        try:
            async for x in g(kind):
                print(x)
        except RuntimeError as e:
            print(e, repr(e.__cause__))


asyncio.run(main())
