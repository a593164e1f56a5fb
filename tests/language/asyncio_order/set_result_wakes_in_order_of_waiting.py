import asyncio


async def wait(n, f):
    await f
    print("woken", n)


async def main():
    f = asyncio.Future()
    ts = [asyncio.create_task(wait(n, f)) for n in range(4)]
    await asyncio.sleep(0)
    f.set_result(None)
    f.add_done_callback(lambda _: print("callback added after"))
    await asyncio.sleep(0)
    print("main")
    await asyncio.wait(ts)


asyncio.run(main())
