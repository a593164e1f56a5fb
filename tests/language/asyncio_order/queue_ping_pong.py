"""Two tasks and two queues of size one: who runs when."""

import asyncio


async def player(name, inbox, outbox, turns):
    for _ in range(turns):
        ball = await inbox.get()
        print(name, ball)
        await outbox.put(ball + 1)
        print(name, "sent")


async def main():
    left, right = asyncio.Queue(1), asyncio.Queue(1)
    tasks = [
        asyncio.create_task(player("ping", left, right, 3)),
        asyncio.create_task(player("pong", right, left, 3)),
    ]
    await left.put(0)
    await asyncio.gather(*tasks)
    print(left.get_nowait(), right.empty())


asyncio.run(main())
