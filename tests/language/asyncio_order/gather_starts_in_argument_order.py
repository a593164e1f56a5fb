import asyncio


async def f(name):
    print("start", name)
    await asyncio.sleep(0)
    print("end", name)
    return name


async def main():
    t = asyncio.create_task(f("made before"))
    g = asyncio.gather(f("a"), t, f("b"))
    asyncio.create_task(f("made after"))
    print(await g)


asyncio.run(main())
