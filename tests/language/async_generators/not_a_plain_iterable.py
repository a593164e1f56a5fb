async def g():
    yield 1


for call in (lambda: iter(g()), lambda: list(g()), lambda: next(g())):
    try:
        call()
    except TypeError as e:
        print(e)


async def f():
    await g()


try:
    f().send(None)
except TypeError as e:
    print(e)
