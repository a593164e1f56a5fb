import asyncio


async def main():
    q = asyncio.Queue(2)
    q.put_nowait(1)
    await q.put(2)
    print(q.full(), q.qsize(), q.maxsize, q.empty())
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(await q.get(), q.get_nowait())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q.task_done()
    q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
