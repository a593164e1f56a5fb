import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError("k"))
    print(repr(f.exception()))
    for _ in range(2):
        try:
            await f
        except KeyError as e:
            print(repr(e))
    g = asyncio.get_running_loop().create_future()
    g.set_exception(ValueError)
    print(repr(g.exception()))


asyncio.run(main())
