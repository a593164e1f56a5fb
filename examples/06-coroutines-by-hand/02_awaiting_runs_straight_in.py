"""`await` on a coroutine is a call: it does not pause, and no loop is needed."""


async def inner():
    print("3 inner")
    return "value"


async def middle():
    print("2 middle")
    result = await inner()
    print("4 middle again")
    return result


async def outer():
    print("1 outer")
    print("5 outer got", await middle())


coroutine = outer()
try:
    coroutine.send(None)
except StopIteration:
    print("6 the whole chain ran in one send")
