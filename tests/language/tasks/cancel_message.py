import asyncio


async def f():
    await asyncio.sleep(10)


async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    t.cancel("because")
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args, t.cancelled())
    try:
        t.result()
    except asyncio.CancelledError as e:
        print(e.args)
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print(e.args)


asyncio.run(main())
