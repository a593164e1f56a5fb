"""`break` does not close an async generator here and now; `aclosing` does."""

import asyncio
from contextlib import aclosing


async def sensor(name):
    try:
        for reading in range(100):
            yield reading
    finally:
        await asyncio.sleep(0)
        print(f"{name}: closed in {asyncio.current_task().get_name()}")


async def main():
    asyncio.current_task().set_name("main")
    async with aclosing(sensor("tidy")) as readings:
        async for reading in readings:
            if reading == 2:
                break
    print("after the tidy loop")

    readings = sensor("untidy")
    async for reading in readings:
        if reading == 2:
            break
    print("after the untidy loop: nothing closed yet")
    await readings.aclose()


asyncio.run(main())
