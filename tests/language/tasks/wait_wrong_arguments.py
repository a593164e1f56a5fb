import asyncio


async def f():
    pass


async def main():
    c = f()
    for args, kw in (
        (([c],), {}),
        (([],), {}),
        ((asyncio.Future(),), {}),
        (([asyncio.Future()],), {"return_when": "x"}),
    ):
        try:
            await asyncio.wait(*args, **kw)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    c.close()


asyncio.run(main())
