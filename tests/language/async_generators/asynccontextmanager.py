import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def cm(name):
    print("enter", name)
    try:
        yield name.upper()
    except KeyError as e:
        print("swallow", e)
    finally:
        await asyncio.sleep(0)
        print("exit", name)


async def main():
    async with cm("a") as a, cm("b") as b:
        print(a, b)
    async with cm("c"):
        raise KeyError("k")
    try:
        async with cm("d"):
            raise ValueError("v")
    except ValueError as e:
        print("out", e)


asyncio.run(main())
