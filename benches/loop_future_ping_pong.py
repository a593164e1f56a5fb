"""Two tasks that wake each other through futures."""

import asyncio

from measure import measure

N = 30_000


class Court:
    def __init__(self, loop):
        self.loop = loop
        self.ball = [loop.create_future(), loop.create_future()]


async def player(court, side):
    for _ in range(N):
        await court.ball[side]
        court.ball[side] = court.loop.create_future()
        court.ball[1 - side].set_result(None)


async def main():
    court = Court(asyncio.get_running_loop())
    players = [asyncio.create_task(player(court, side)) for side in (0, 1)]
    await asyncio.sleep(0)
    court.ball[0].set_result(None)
    await asyncio.gather(*players)


measure("loop_future_ping_pong", lambda: asyncio.run(main()), 2 * N)
