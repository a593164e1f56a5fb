"""SystemExit in a callback leaves the loop at once."""

import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(sys.exit, 5)
    loop.call_soon(print, "runs while the loop shuts down")
    try:
        await asyncio.sleep(10)
    finally:
        print("main is cancelled")


asyncio.run(main())
