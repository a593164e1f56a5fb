"""`yield` inside `async def` makes an async generator: it may await between its values."""

import asyncio


async def download(parts):
    for part in range(1, parts + 1):
        await asyncio.sleep(0.01)
        yield f"part {part}"


async def main():
    print(type(download(1)).__name__)
    async for part in download(3):
        print(part)


asyncio.run(main())
