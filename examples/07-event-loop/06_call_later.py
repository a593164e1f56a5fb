"""`call_later` sets a timer and hands back a handle that can be cancelled."""

import asyncio


def tick(loop, n):
    print("tick", n)
    if n == 3:
        loop.stop()
    else:
        loop.call_later(0.04, tick, loop, n + 1)


loop = asyncio.new_event_loop()
loop.call_later(0.06, print, "between the second and the third tick")
unwanted = loop.call_later(0.02, print, "never printed")
unwanted.cancel()
loop.call_soon(tick, loop, 1)
loop.run_forever()
print("cancelled:", unwanted.cancelled())
loop.close()
