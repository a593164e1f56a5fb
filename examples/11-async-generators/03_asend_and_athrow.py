"""Async generators are two-way too: `asend`, `athrow` and `aclose` are awaited."""

import asyncio


async def accumulate():
    total = 0
    while True:
        try:
            number = yield total
        except ValueError:
            total = 0
            continue
        await asyncio.sleep(0)
        total += number


async def main():
    generator = accumulate()
    print(await generator.asend(None))
    print(await generator.asend(5))
    print(await generator.asend(10))
    print(await generator.athrow(ValueError))
    print(await generator.asend(1))
    await generator.aclose()
    print(await anext(generator, "closed"))


asyncio.run(main())
