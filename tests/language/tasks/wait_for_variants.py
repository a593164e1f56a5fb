import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise


async def main():
    print(
        await asyncio.wait_for(asyncio.sleep(0, 1), 1),
        await asyncio.wait_for(asyncio.sleep(0.01, 2), None),
    )
    for timeout in (0.01, 0, -1):
        try:
            await asyncio.wait_for(slow(), timeout)
        except TimeoutError as e:
            print("timeout", repr(e), repr(e.__cause__))
    try:
        await asyncio.wait_for(asyncio.sleep(0, 1 / 1), 1)
        await asyncio.wait_for(fail(), 1)
    except KeyError as e:
        print(repr(e))


async def fail():
    raise KeyError("inside")


asyncio.run(main())
