import asyncio

for bad in (5, "s", None):
    try:
        asyncio.run(bad)
    except ValueError as e:
        print(e)
