"""In debug mode the warning says where a coroutine was made, out to the module."""

import asyncio
import sys


async def never():
    pass


def helper():
    print("one line")
    print("and another")
    never()


async def inner():
    await asyncio.sleep(0)
    helper()


async def main():
    await inner()


asyncio.run(main(), debug=True)
sys.set_coroutine_origin_tracking_depth(2)


def outer():
    return [
        1,
        never(),
    ]


made = outer()[1]
print([(line, name) for _, line, name in made.cr_origin])
made.close()
