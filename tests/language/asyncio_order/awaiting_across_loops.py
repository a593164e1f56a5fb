"""A future belongs to one loop."""

import asyncio

other = asyncio.new_event_loop()
future = other.create_future()


async def main():
    try:
        await future
    except RuntimeError as error:
        text = str(error)
        print(text[:13], text[text.index(" got Future ") :])
    try:
        asyncio.ensure_future(future, loop=asyncio.get_running_loop())
    except ValueError as error:
        print(error)
    lock = asyncio.Lock()
    await lock.acquire()
    return lock


asyncio.run(main())


async def first(event):
    try:
        async with asyncio.timeout(0):
            await event.wait()
    except TimeoutError:
        print("bound to the first loop")


async def second(event):
    try:
        await event.wait()
    except RuntimeError as error:
        print(str(error).partition(">")[2])


event = asyncio.Event()
asyncio.run(first(event))
asyncio.run(second(event))
other.close()
