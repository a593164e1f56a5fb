"""gather's future, once it has failed, cannot be cancelled any more; its children can."""

import asyncio


async def sleeper():
    try:
        await asyncio.sleep(0.02)
        print("slept to the end")
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def fail():
    raise ValueError("at once")


async def main():
    future = asyncio.gather(sleeper(), fail())
    try:
        await future
    except ValueError as error:
        print(error, future.done(), future.cancel())
    await asyncio.sleep(0.3)


asyncio.run(main())
