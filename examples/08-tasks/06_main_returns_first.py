"""When `main` returns, tasks that are still running are cancelled, in silence."""

import asyncio


async def background():
    print("background: started")
    try:
        await asyncio.sleep(10)
        print("background: finished")
    finally:
        print("background: cut off")


async def main():
    task = asyncio.create_task(background())
    await asyncio.sleep(0.02)
    print("main: done, and nobody awaited", task.get_name())


asyncio.run(main())
