async def inner():
    pass


async def main():
    x = inner()
    y = 2
    del x
    return y


try:
    main().send(None)
except StopIteration as e:
    print(e.value)
