class CM:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        raise KeyError("exit")


async def f():
    try:
        async with CM():
            raise ValueError("body")
    except KeyError as e:
        print(repr(e), repr(e.__context__))


try:
    f().send(None)
except StopIteration:
    pass
