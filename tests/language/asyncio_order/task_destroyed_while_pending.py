"""A pending task that nothing refers to is reported when it goes."""

import asyncio
import gc


async def forever(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(forever(loop.create_future()), name="lost")
    await asyncio.sleep(0)
    del task
    gc.collect()
    print("gone")


asyncio.run(main())
