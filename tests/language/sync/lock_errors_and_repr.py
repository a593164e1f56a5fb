import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(await lock.acquire(), lock.locked())
    lock.release()
    print(str(lock)[-10:], str(asyncio.Event())[-10:])
    try:
        with lock:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
