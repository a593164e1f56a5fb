"""`asyncio.timeout` puts a limit on a block; the CancelledError inside becomes a TimeoutError outside."""

import asyncio


async def main():
    try:
        async with asyncio.timeout(0.03):
            print("patient so far")
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("inside it is a cancellation")
                raise
    except TimeoutError:
        print("outside it is a timeout")

    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0.01)
    print("expired?", limit.expired())


asyncio.run(main())
