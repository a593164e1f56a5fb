"""A list comprehension with `async for`."""

from measure import measure

N = 300_000


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    [i async for i in numbers(N)]


def work():
    try:
        main().send(None)
    except StopIteration:
        pass


measure("coroutines_async_comprehension", work, N)
