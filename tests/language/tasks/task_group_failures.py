import asyncio


async def fail(n, e):
    await asyncio.sleep(0)
    raise e


async def stay(name):
    try:
        await asyncio.sleep(10)
    finally:
        print("cancelled", name)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(stay("a"))
            tg.create_task(fail(1, ValueError("v")))
            tg.create_task(fail(1, KeyError("k")))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("body cancelled")
                raise
    except* ValueError as g:
        print(g, g.exceptions)
    except* KeyError as g:
        print(g, g.exceptions)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
