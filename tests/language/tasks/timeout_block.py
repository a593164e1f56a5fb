import asyncio


async def main():
    try:
        async with asyncio.timeout(0.02) as t:
            await asyncio.sleep(10)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), t.expired())
    async with asyncio.timeout(None) as t:
        print(t.when(), t.expired())
    try:
        async with asyncio.timeout(1):
            raise KeyError("own error")
    except KeyError as e:
        print(repr(e))
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout(0):
            print("entered")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("zero")


asyncio.run(main())
