import asyncio


async def g():
    yield 1


class NoAiter:
    pass


async def main():
    it = aiter(g())
    print(await anext(it))
    print(await anext(it, "d"))
    for call in (
        lambda: aiter([]),
        lambda: aiter(NoAiter()),
        lambda: anext(5),
        lambda: anext(iter([])),
    ):
        try:
            call()
        except TypeError as e:
            print(e)


asyncio.run(main())
