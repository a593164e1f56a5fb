"""`wait_for` cancels what takes too long, and raises TimeoutError."""

import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow was cancelled")


async def main():
    print(await asyncio.wait_for(asyncio.sleep(0.01, "in time"), timeout=0.1))
    try:
        await asyncio.wait_for(slow(), timeout=0.02)
    except TimeoutError as error:
        print(type(error).__name__, "with an empty message:", repr(str(error)))


asyncio.run(main())
