import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.add_done_callback(lambda _: (print("done"), loop.call_soon(print, "soon")))
    loop.call_soon(f.set_result, 1)
    loop.call_soon(print, "other")
    for i in range(4):
        await asyncio.sleep(0)
        print("turn", i)


asyncio.run(main())
