import asyncio


async def main():
    try:
        raise KeyboardInterrupt
    finally:
        print("finally")


try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("caught", repr(e))
