import asyncio

loop = asyncio.new_event_loop()


def tick(n):
    print("tick", n)
    if n == 2:
        loop.stop()
        loop.call_soon(print, "after stop, next run")
    else:
        loop.call_soon(tick, n + 1)


loop.call_soon(tick, 0)
loop.run_forever()
print("stopped")
loop.call_soon(loop.stop)
loop.run_forever()
fut = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(fut)
except RuntimeError as e:
    print(e)
loop.close()
