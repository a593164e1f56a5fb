"""sleep with odd arguments."""

import asyncio


async def main():
    print(await asyncio.sleep(0, "zero"), await asyncio.sleep(-5, "negative"))
    print(await asyncio.sleep(False), await asyncio.sleep(0.0, 1))
    for wrong in (float("nan"), "1", None):
        try:
            await asyncio.sleep(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
