import asyncio


async def f(n):
    await asyncio.sleep(0.02 * n)
    return n


async def main():
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(f(n), name=f"t{n}") for n in (2, 1)]
        print([t.get_name() for t in ts])
    print([t.result() for t in ts])
    c = f(1)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(e)
    c.close()
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(e)
    print(tg)


asyncio.run(main())
