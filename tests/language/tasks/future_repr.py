import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()
    print(f)
    f.set_result([1, 2])
    print(f)
    f = asyncio.Future()
    f.set_exception(ValueError("v"))
    print(f)
    f.exception()
    f = asyncio.Future()
    f.cancel()
    print(f)


asyncio.run(main())
