import asyncio


async def task(name):
    print(name)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback 1")
    t = asyncio.create_task(task("task 1"))
    loop.call_soon(print, "callback 2")
    u = asyncio.create_task(task("task 2"))
    await asyncio.sleep(0)
    print("main again")


asyncio.run(main())
