"""notify(n) wakes the first n waiters, who take the lock one after another."""

import asyncio


async def waiter(name, condition):
    async with condition:
        print(name, "waits")
        await condition.wait()
        print(name, "goes on")


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "abcd"]
    await asyncio.sleep(0)
    for n in (1, 2):
        async with condition:
            condition.notify(n)
            print("notified", n)
        for _ in range(4):
            await asyncio.sleep(0)
    print(str(condition).split("[")[1])
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    box = []
    async with condition:
        asyncio.get_running_loop().call_soon(box.append, 1)
        asyncio.get_running_loop().call_soon(condition._notify, 1)
        print(await condition.wait_for(lambda: box))


asyncio.run(main())
