"""An `await` gives way only if something below it suspends; this loop never lets the other in."""

import asyncio


async def instant(n):
    return n


async def busy(name):
    for n in range(3):
        print(name, await instant(n))  # awaits, and never pauses


async def polite(name):
    for n in range(3):
        print(name, await instant(n))
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(busy("a"), busy("b"))
    print("---")
    await asyncio.gather(polite("c"), polite("d"))


asyncio.run(main())
