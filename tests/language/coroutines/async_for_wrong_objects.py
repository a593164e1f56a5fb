class AsyncAiter:
    async def __aiter__(self):
        return self


class NoAnext:
    def __aiter__(self):
        return self


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def f(x):
    async for i in x:
        pass


for bad in ([1], 5, NoAnext(), BadAnext()):
    try:
        f(bad).send(None)
    except TypeError as e:
        print(e)
try:
    f(AsyncAiter()).send(None)
except TypeError as e:
    print(e)
