"""An event is a starting gun: all who wait go at once, in the order they came."""

import asyncio


async def runner(name, gun):
    print(name, "ready")
    await gun.wait()
    print(name, "runs")


async def main():
    gun = asyncio.Event()
    runners = [asyncio.create_task(runner(name, gun)) for name in ("Ann", "Bob", "Cid")]
    await asyncio.sleep(0.02)
    print("bang!")
    gun.set()
    await asyncio.gather(*runners)
    await runner("late Dot", gun)


asyncio.run(main())
