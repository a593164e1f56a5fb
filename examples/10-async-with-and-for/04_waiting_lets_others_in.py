"""While one `async for` waits for its item, other tasks run."""

import asyncio


class Clock:
    def __init__(self, name, interval, ticks):
        self.name, self.interval, self.left = name, interval, ticks

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(self.interval)
        return f"{self.name} ({self.left} left)"


async def watch(clock):
    async for tick in clock:
        print(tick)


async def main():
    await asyncio.gather(watch(Clock("fast", 0.04, 4)), watch(Clock("slow", 0.1, 2)))


asyncio.run(main())
