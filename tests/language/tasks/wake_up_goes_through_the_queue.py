import asyncio


async def waiter(name, fut):
    print(name, "waits")
    print(name, await fut)


async def main():
    fut = asyncio.get_running_loop().create_future()
    a = asyncio.create_task(waiter("a", fut))
    b = asyncio.create_task(waiter("b", fut))
    await asyncio.sleep(0)
    fut.set_result("woken")
    print("set")
    await asyncio.sleep(0)
    print("after one turn")
    await b


asyncio.run(main())
