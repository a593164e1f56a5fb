import asyncio


async def bad():
    raise ValueError("unseen")


async def main():
    t = asyncio.create_task(bad(), name="bad one")
    await asyncio.sleep(0)
    del t
    print("dropped")


asyncio.run(main())
