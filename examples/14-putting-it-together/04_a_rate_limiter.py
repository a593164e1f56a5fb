"""An async context manager that spaces its users out in time."""

import asyncio


class RateLimiter:
    def __init__(self, interval):
        self.interval = interval
        self.next_turn = 0.0

    async def __aenter__(self):
        now = asyncio.get_running_loop().time()
        turn = max(now, self.next_turn)
        self.next_turn = turn + self.interval
        await asyncio.sleep(turn - now)

    async def __aexit__(self, *details):
        pass


async def request(number, limiter, start):
    async with limiter:
        elapsed = asyncio.get_running_loop().time() - start
        print(f"request {number} after about {round(elapsed / 0.05) * 50} ms")


async def main():
    limiter = RateLimiter(0.05)
    start = asyncio.get_running_loop().time()
    await asyncio.gather(*(request(number, limiter, start) for number in range(1, 6)))


asyncio.run(main())
