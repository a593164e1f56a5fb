import asyncio


async def inner():
    pass


async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    loop = asyncio.get_running_loop()
    try:
        loop.run_until_complete(f := asyncio.Future())
    except RuntimeError as e:
        print(e)
    try:
        asyncio.new_event_loop().run_forever()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
