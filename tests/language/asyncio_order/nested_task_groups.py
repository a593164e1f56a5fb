import asyncio


async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("inner")


async def stay(n):
    try:
        await asyncio.sleep(1)
    finally:
        print("leave", n)


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(stay("outer"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(stay("inner"))
                inner.create_task(fail())
    except* ValueError as g:
        print(repr(g))


asyncio.run(main())
