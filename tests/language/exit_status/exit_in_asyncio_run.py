import asyncio
import sys


async def main():
    print("leaving")
    sys.exit(9)


asyncio.run(main())
