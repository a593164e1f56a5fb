"""An exception that passes an `await` keeps the context it has, also if that is none."""

import asyncio
import contextlib


class Mine(Exception):
    pass


def fail_without_context():
    error = Mine()
    try:
        raise error
    finally:
        error.__context__ = None


@contextlib.asynccontextmanager
async def manager():
    try:
        yield
    except BaseException:
        fail_without_context()


@contextlib.asynccontextmanager
async def with_stack():
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(manager())
        yield stack


async def inner():
    fail_without_context()


async def handles_first():
    try:
        raise KeyError("first")
    except KeyError:
        await inner()


async def sleeps():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise Mine from None


async def handles_and_sleeps():
    try:
        raise KeyError("first")
    except KeyError:
        await sleeps()


async def main():
    for make in (manager, with_stack):
        try:
            async with make():
                raise IndexError
        except Mine as error:
            print(make.__name__, repr(error.__context__))
    try:
        await handles_first()
    except Mine as error:
        print("await", repr(error.__context__))
    task = asyncio.create_task(handles_and_sleeps())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except Mine as error:
        print("thrown", repr(error.__context__), repr(error.__context__.__context__))


asyncio.run(main())
