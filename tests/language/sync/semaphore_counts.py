import asyncio


async def w(n, s):
    async with s:
        print("in", n)
        await asyncio.sleep(0)
    print("out", n)


async def main():
    s = asyncio.Semaphore(2)
    await asyncio.gather(*(w(n, s) for n in range(5)))
    print(s.locked())
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)


asyncio.run(main())
