import asyncio


async def step(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(step(n, 3)) for n in "ab"]
    loop.call_soon(print, "callback")
    await step("main", 2)
    for t in tasks:
        await t


asyncio.run(main())
