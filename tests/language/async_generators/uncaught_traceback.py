async def g():
    yield 1
    raise ValueError("second")


async def main():
    async for x in g():
        print(x)


main().send(None)
