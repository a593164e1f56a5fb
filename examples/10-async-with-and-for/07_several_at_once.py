"""Several managers in one `async with` are entered left to right and left right to left."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def room(name):
    print("enter", name)
    await asyncio.sleep(0)
    try:
        yield name
    finally:
        print("leave", name)


async def main():
    async with (
        room("hall") as first,
        room("kitchen") as second,
    ):
        print("in", first, "and", second)

    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(room(f"room {n}")) for n in range(1, 4)]
        print("in", names)


asyncio.run(main())
