class OnlySync:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass


class NoExit:
    async def __aenter__(self):
        pass


class BadEnter:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *a):
        pass


class BadExit:
    async def __aenter__(self):
        return 5

    def __aexit__(self, *a):
        return 6


async def f(x):
    async with x:
        print("body")


for bad in (OnlySync(), NoExit(), BadEnter(), BadExit(), 5):
    try:
        f(bad).send(None)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
