"""When one of a gather fails, its siblings run on; nobody waits for them any more."""

import asyncio


async def good(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "finished")
    return name


async def bad():
    await asyncio.sleep(0.02)
    raise RuntimeError("bad luck")


async def main():
    try:
        await asyncio.gather(good("early", 0.0), bad(), good("late", 0.05))
    except RuntimeError as error:
        print("gather raised:", error)
    await asyncio.sleep(0.06)

    results = await asyncio.gather(good("one", 0), bad(), return_exceptions=True)
    print(results)


asyncio.run(main())
