"""A callback that schedules itself with `call_soon`."""

import asyncio

from measure import measure

N = 80_000


def again(loop, left):
    if left:
        loop.call_soon(again, loop, left - 1)
    else:
        loop.stop()


def work():
    loop = asyncio.new_event_loop()
    loop.call_soon(again, loop, N)
    loop.run_forever()
    loop.close()


measure("loop_call_soon", work, N)
