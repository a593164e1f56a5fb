import asyncio


async def main():
    return {"value": 42}


print(asyncio.run(main()))
