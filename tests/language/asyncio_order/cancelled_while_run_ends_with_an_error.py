"""Tasks that asyncio.run() cancels see what it is ending with as their context."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(repr(error), repr(error.__context__))
        raise


async def fails_in_finally():
    try:
        await asyncio.Event().wait()
    finally:
        raise ValueError("in finally")


async def main():
    tasks = [asyncio.create_task(worker()), asyncio.create_task(fails_in_finally())]
    await asyncio.sleep(0)
    raise KeyError("main")


asyncio.run(main())
