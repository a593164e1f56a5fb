"""The Fibonacci numbers by awaiting oneself, per call."""

from measure import measure

N, CALLS = 22, 57_313


async def fib(n):
    return n if n < 2 else await fib(n - 1) + await fib(n - 2)


def work():
    try:
        fib(N).send(None)
    except StopIteration:
        pass


measure("coroutines_recursive_async_fib", work, CALLS)
