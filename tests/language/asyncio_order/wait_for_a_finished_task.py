import asyncio


async def f(n):
    return n


async def main():
    t = asyncio.create_task(f(1))
    await asyncio.sleep(0)
    print(t.done())
    print(await asyncio.wait_for(t, 1), await asyncio.shield(t), await asyncio.gather(t, t))
    done, pending = await asyncio.wait([t])
    print(len(done), len(pending))


asyncio.run(main())
