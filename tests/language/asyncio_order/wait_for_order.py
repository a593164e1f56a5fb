"""wait_for against the thing it waits for, in the same round."""

import asyncio


async def catches():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("catches it and ends normally")
        return "a result after all"


async def fails():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError("failed while being cancelled")


async def main():
    for function in (catches, fails):
        try:
            print(await asyncio.wait_for(function(), 0.01))
        except Exception as error:
            print(type(error).__name__, error, repr(error.__context__))
    try:
        print(await asyncio.wait_for(asyncio.sleep(0, "ready"), 0))
    except TimeoutError as error:
        print("no time at all:", repr(error.__cause__))
    done = asyncio.get_running_loop().create_future()
    done.set_result("done before")
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(done, -1))
    print(await asyncio.wait_for(done, None))


asyncio.run(main())
