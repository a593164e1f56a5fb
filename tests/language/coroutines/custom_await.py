class Ask:
    def __init__(self, q):
        self.q = q

    def __await__(self):
        answer = yield self.q
        return answer * 2


async def inner():
    return await Ask("one") + await Ask("two")


async def outer():
    return await inner()


c = outer()
print(c.send(None), c.send(10))
try:
    c.send(5)
except StopIteration as e:
    print(e.value)
