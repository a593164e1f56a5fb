"""Generators that are still suspended at the end of run are closed by the loop."""

import asyncio


async def numbers(name):
    try:
        for n in range(10):
            yield n
    finally:
        print("closing", name)
        await asyncio.sleep(0)
        print("closed", name)


async def main():
    kept.append(numbers("kept"))
    print(await anext(kept[0]))
    async for n in numbers("dropped"):
        if n == 1:
            break
    print("loop left")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main ends")


kept = []
asyncio.run(main())
print("after run")
