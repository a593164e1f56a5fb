"""Entering and leaving an `async with` block."""

from measure import measure

N = 200_000


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        pass


async def main():
    manager = Manager()
    for _ in range(N):
        async with manager:
            pass


def work():
    try:
        main().send(None)
    except StopIteration:
        pass


measure("coroutines_async_with", work, N)
