"""asyncio's future: one side awaits it, the other sets it; its callbacks run through the loop."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback:", f.result()))

    loop.call_later(0.02, future.set_result, "the kettle whistles")
    print("done?", future.done())
    print("await:", await future)
    print("done?", future.done())

    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)


asyncio.run(main())
