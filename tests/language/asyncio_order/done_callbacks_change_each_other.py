"""A done callback that removes another one comes too late: all are scheduled at once."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def second(f):
        print("second runs")

    def first(f):
        print("first removes", f.remove_done_callback(second))

    future.add_done_callback(first)
    future.add_done_callback(second)
    future.add_done_callback(second)
    future.set_result(None)
    await asyncio.sleep(0)

    other = loop.create_future()
    other.add_done_callback(second)
    other.add_done_callback(first)
    other.add_done_callback(second)
    print("removed before:", other.remove_done_callback(second))
    other.cancel()
    await asyncio.sleep(0)


asyncio.run(main())
