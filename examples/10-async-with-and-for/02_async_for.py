"""`async for` awaits the next item: `__anext__` is a coroutine, StopAsyncIteration the end."""

import asyncio


class Ticker:
    def __init__(self, count):
        self.count = count
        self.current = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current == self.count:
            raise StopAsyncIteration
        self.current += 1
        await asyncio.sleep(0.01)
        return self.current


async def main():
    async for tick in Ticker(3):
        print("tick", tick)
    else:
        print("ran to the end")


asyncio.run(main())
