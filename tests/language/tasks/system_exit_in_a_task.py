import asyncio


async def leave():
    raise SystemExit(3)


async def main():
    t = asyncio.create_task(leave())
    try:
        await asyncio.sleep(1)
    finally:
        print("main is cancelled")


asyncio.run(main())
