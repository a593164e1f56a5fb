"""`asyncio.run` makes a loop, runs one coroutine to its end, and closes the loop."""

import asyncio


async def main():
    print("hello")
    await asyncio.sleep(0.05)
    print("world")
    return "the value of run()"


print(asyncio.run(main()))
