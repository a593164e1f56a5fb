"""Done callbacks and waiting tasks are woken up in the order in which they were added."""

import asyncio


async def waiter(name, future):
    print(name, "got", await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback 1"))
    first = asyncio.create_task(waiter("task 1", future))
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback 2"))
    second = asyncio.create_task(waiter("task 2", future))
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback 3"))
    future.set_result(7)
    print("set")
    future.add_done_callback(lambda f: print("callback 4, added when done"))
    await asyncio.gather(first, second)


asyncio.run(main())
