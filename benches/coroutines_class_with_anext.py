"""One step of `async for` over an object with `__anext__`."""

from measure import measure

N = 500_000


class Numbers:
    def __init__(self, n):
        self.left = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def main():
    async for _ in Numbers(N):
        pass


def work():
    try:
        main().send(None)
    except StopIteration:
        pass


measure("coroutines_class_with_anext", work, N)
