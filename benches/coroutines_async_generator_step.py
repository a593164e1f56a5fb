"""One step of `async for` over an async generator that does not suspend."""

from measure import measure

N = 500_000


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    async for _ in numbers(N):
        pass


def work():
    try:
        main().send(None)
    except StopIteration:
        pass


measure("coroutines_async_generator_step", work, N)
