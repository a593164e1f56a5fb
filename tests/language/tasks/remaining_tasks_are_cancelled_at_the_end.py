import asyncio


async def background(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", n)
        await asyncio.sleep(0)
        print("cleaned up", n)
        raise


async def main():
    tasks = [asyncio.create_task(background(1))]
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
print("after run")
