"""An error of the body comes last in the group of errors."""

import asyncio


async def fails_when_cancelled():
    try:
        await asyncio.sleep(5)
    finally:
        raise OSError("clean-up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_when_cancelled())
            group.create_task(asyncio.sleep(5))
            await asyncio.sleep(0)
            raise ValueError("body")
    except BaseExceptionGroup as error:
        print(repr(error), repr(error.__context__), error.__suppress_context__)
        print(group)


asyncio.run(main())
