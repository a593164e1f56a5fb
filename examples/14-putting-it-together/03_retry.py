"""Trying again, each time after a longer pause, written as a decorator for async functions."""

import asyncio
from functools import wraps


def retry(times, pause):
    def decorate(function):
        @wraps(function)
        async def wrapper(*arguments):
            for attempt in range(1, times + 1):
                try:
                    return await function(*arguments)
                except ConnectionError as error:
                    print(f"attempt {attempt} of {function.__name__}: {error}")
                    if attempt == times:
                        raise
                    await asyncio.sleep(pause * 2**attempt)

        return wrapper

    return decorate


moods = iter(["busy", "busy", "fine", "busy", "busy", "busy"])


@retry(times=3, pause=0.01)
async def connect(host):
    if (mood := next(moods)) != "fine":
        raise ConnectionError(f"{host} is {mood}")
    return f"connected to {host}"


async def main():
    print(await connect("example"))
    await connect("example")


asyncio.run(main())
