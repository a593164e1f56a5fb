"""A `finally` may await: the one who cancelled waits for the cleaning up."""

import asyncio


async def server():
    print("server: open")
    try:
        await asyncio.sleep(10)
    finally:
        print("server: saying goodbye to the clients")
        await asyncio.sleep(0.02)
        print("server: closed")


async def main():
    task = asyncio.create_task(server())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    print("main: cancelled is", task.cancelled())


asyncio.run(main())
