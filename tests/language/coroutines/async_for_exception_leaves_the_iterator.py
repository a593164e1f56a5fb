class It:
    n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n == 3:
            raise KeyError("third")
        return self.n


async def f():
    it = It()
    try:
        async for x in it:
            print(x)
    except KeyError as e:
        print(repr(e), it.n)
    async for x in it:
        print(x)
        if x > 4:
            break


try:
    f().send(None)
except StopIteration:
    pass
