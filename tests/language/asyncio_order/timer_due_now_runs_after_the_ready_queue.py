import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer 0")
    loop.call_soon(print, "soon 1")
    loop.call_soon(lambda: loop.call_soon(print, "soon from soon"))
    await asyncio.sleep(0)
    print("main 1")
    await asyncio.sleep(0)
    print("main 2")
    await asyncio.sleep(0.01)


asyncio.run(main())
