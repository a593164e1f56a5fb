"""An async generator expression over an async generator."""

from measure import measure

N = 200_000


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    async for _ in (i async for i in numbers(N)):
        pass


def work():
    try:
        main().send(None)
    except StopIteration:
        pass


measure("coroutines_async_generator_expression", work, N)
