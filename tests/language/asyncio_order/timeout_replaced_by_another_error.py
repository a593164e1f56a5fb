"""An error that the cancellation brought about gets a TimeoutError in its history."""

import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(5)
            finally:
                raise KeyError("clean-up failed")
    except KeyError as error:
        print(repr(error), repr(error.__context__), repr(error.__context__.__cause__))
    print(asyncio.current_task().cancelling())

    async with asyncio.timeout(0.01) as cm:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("swallowed")
    print(cm.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
