"""An async generator cannot be read with a plain `for`."""

import asyncio


async def numbers():
    yield 1


async def main():
    for number in numbers():
        print(number)


asyncio.run(main())
