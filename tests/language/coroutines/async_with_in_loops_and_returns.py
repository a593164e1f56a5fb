class CM:
    def __init__(self, n):
        self.n = n

    async def __aenter__(self):
        print("enter", self.n)
        return self.n

    async def __aexit__(self, *args):
        print("exit", self.n, args[0])


async def f():
    for i in range(3):
        async with CM(i) as n:
            if n == 0:
                continue
            if n == 1:
                break
    async with CM("outer"), CM("inner") as x:
        return x


try:
    f().send(None)
except StopIteration as e:
    print(e.value)
