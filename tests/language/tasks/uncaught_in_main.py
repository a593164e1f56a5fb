import asyncio


async def inner():
    await asyncio.sleep(0)
    return {}["missing"]


async def main():
    await inner()


asyncio.run(main())
