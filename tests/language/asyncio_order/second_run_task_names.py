"""Task names go on counting from run to run."""

import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    return asyncio.current_task().get_name(), task.get_name()


print(asyncio.run(main()))
print(asyncio.run(main()))
