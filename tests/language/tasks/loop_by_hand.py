import asyncio


async def f(x):
    await asyncio.sleep(0.01)
    return x


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(f(1)), loop.is_running(), loop.is_closed())
t = loop.create_task(f(2))
print(loop.run_until_complete(t))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
c = f(3)
for call in (
    lambda: loop.call_soon(print),
    lambda: loop.run_until_complete(c),
    lambda: loop.call_later(1, print),
):
    try:
        call()
    except RuntimeError as e:
        print(e)
c.close()
print(loop)
