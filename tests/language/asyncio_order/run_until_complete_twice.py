import asyncio


async def work(n):
    print("work", n)
    await asyncio.sleep(0)
    print("work", n, "ends")


loop = asyncio.new_event_loop()
background = loop.create_task(work("background"))
loop.run_until_complete(work("first"))
print("between")
loop.run_until_complete(work("second"))
print(background.done())
loop.close()
