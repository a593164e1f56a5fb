import asyncio
from contextlib import aclosing


async def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


async def main():
    async with aclosing(g()) as it:
        async for x in it:
            print(x)
            break
    print("end")


asyncio.run(main())
