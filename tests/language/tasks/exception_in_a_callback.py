import asyncio


def bad(x):
    raise ValueError(x)


async def main():
    asyncio.get_running_loop().call_soon(bad, "in callback")
    await asyncio.sleep(0)
    print("the loop goes on")


asyncio.run(main())
