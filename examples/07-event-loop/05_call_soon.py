"""asyncio's own loop: callbacks run in order, and never inside one another."""

import asyncio


def first(loop):
    print("first: begin")
    loop.call_soon(print, "third: added by first")
    print("first: end")


loop = asyncio.new_event_loop()
loop.call_soon(first, loop)
loop.call_soon(print, "second")
loop.call_soon(loop.stop)
print("before run_forever nothing has happened")
loop.run_forever()
print("stopped after one round; what was added during it waits for the next")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
