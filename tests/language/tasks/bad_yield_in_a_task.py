import asyncio
import types


@types.coroutine
def bad(x):
    yield x


async def main():
    for x in (5, "s", [1]):
        try:
            await bad(x)
        except RuntimeError as e:
            print(str(e).split(" got ")[1])
    await bad(None)
    print("a bare yield is fine")


asyncio.run(main())
