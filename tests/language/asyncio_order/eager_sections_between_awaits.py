import asyncio

log = []


async def a():
    log.append("a1")
    await b()
    log.append("a2")


async def b():
    log.append("b1")
    await asyncio.sleep(0)
    log.append("b2")


async def main():
    await asyncio.gather(a(), a(), b())
    print(log)


asyncio.run(main())
