"""All that asyncio logs in a run, from the first message to the last."""

import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")


async def fails():
    raise ValueError("nobody takes it")


async def main():
    asyncio.get_running_loop().call_soon(lambda: None)
    task = asyncio.create_task(fails(), name="failing")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task


asyncio.run(main())
