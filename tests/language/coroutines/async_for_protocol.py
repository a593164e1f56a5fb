class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


async def f():
    async for i in Count(3):
        if i == 2:
            continue
        print(i)
    else:
        print("else")
    async for i in Count(3):
        break
    else:
        print("never")
    return [x async for x in Count(2)]


try:
    f().send(None)
except StopIteration as e:
    print(e.value)
