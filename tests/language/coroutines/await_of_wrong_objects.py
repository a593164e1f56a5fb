class A:
    def __await__(self):
        return 5


class B:
    def __await__(self):
        return [1]


class C:
    def __await__(self):
        async def f():
            pass

        return f()


def gen():
    yield


async def main(x):
    await x


for bad in (1, None, "s", [1], gen(), A(), B(), len):
    try:
        main(bad).send(None)
    except TypeError as e:
        print(e)
try:
    main(C()).send(None)
except TypeError as e:
    print(e)
