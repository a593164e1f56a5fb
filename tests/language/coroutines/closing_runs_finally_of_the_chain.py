import types


@types.coroutine
def pause():
    try:
        yield
    finally:
        print("pause")


async def inner():
    try:
        await pause()
    finally:
        print("inner")


async def outer():
    try:
        await inner()
    finally:
        print("outer")


c = outer()
c.send(None)
c.close()
print(c.cr_frame)
