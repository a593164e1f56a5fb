"""An event wakes its waiters in order; clearing it at once does not put them back to sleep."""

import asyncio


async def waiter(name, event):
    print(name, await event.wait(), event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    event.set()
    event.clear()
    late = asyncio.create_task(waiter("late", event))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(event.is_set(), late.done(), [task.cancelled() for task in tasks])
    event.set()
    await late


asyncio.run(main())
