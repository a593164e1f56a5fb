"""Leaving an `async with` block by an exception that it swallows."""

from measure import measure

N = 200_000


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        return True


async def main():
    manager = Manager()
    for _ in range(N):
        async with manager:
            raise ValueError


def work():
    try:
        main().send(None)
    except StopIteration:
        pass


measure("coroutines_async_with_exception", work, N)
