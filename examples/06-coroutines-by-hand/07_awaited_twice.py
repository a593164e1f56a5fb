"""A coroutine is one run of a function: it cannot be awaited a second time."""


async def dice():
    return 4


async def main():
    throw = dice()
    print(await throw)
    print(await throw)


main().send(None)
