import asyncio


async def main():
    f = asyncio.Future()
    cb = lambda fut: print("one", fut.result())
    f.add_done_callback(cb)
    f.add_done_callback(lambda fut: print("two"))
    f.add_done_callback(cb)
    print("removed", f.remove_done_callback(cb))
    f.set_result("r")
    print("set")
    await asyncio.sleep(0)
    f.add_done_callback(lambda fut: print("late"))
    print("added")
    await asyncio.sleep(0)


asyncio.run(main())
