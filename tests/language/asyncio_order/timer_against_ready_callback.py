"""What is ready runs before a timer that is due: the timer joins the queue behind it."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer without delay")
    loop.call_soon(print, "soon 1")
    loop.call_soon(print, "soon 2")
    await asyncio.sleep(0)
    print("main after one round")
    await asyncio.sleep(0)
    print("main after two rounds")


asyncio.run(main())
