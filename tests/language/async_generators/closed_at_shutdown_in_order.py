import asyncio

keep = []


async def g(name):
    try:
        yield name
    finally:
        print("closing", name)


async def main():
    it = g("only")
    keep.append(it)
    await anext(it)
    print("main ends")


asyncio.run(main())
print("end")
