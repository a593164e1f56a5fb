import asyncio


async def f():
    pass


async def main():
    for bad in (5, None, [1]):
        try:
            asyncio.create_task(bad)
        except TypeError as e:
            print(e)


asyncio.run(main())
try:
    asyncio.create_task(c := f())
except RuntimeError as e:
    print(e)
c.close()
