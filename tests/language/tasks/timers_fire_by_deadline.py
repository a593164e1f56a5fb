import asyncio


async def main():
    loop = asyncio.get_running_loop()
    out = []
    loop.call_later(0.06, out.append, "third")
    loop.call_later(0.02, out.append, "first")
    loop.call_at(loop.time() + 0.04, out.append, "second")
    h = loop.call_later(0.03, out.append, "never")
    h.cancel()
    await asyncio.sleep(0.1)
    print(out, h.cancelled())


asyncio.run(main())
