"""Of names that are equally close the first of the built-ins is suggested; none for a local."""
import traceback


def local():
    print(asyncio)
    asyncio = 1


def report(action):
    try:
        action()
    except NameError as error:
        print(error.name, "|", traceback.format_exception(error)[-1], end="")


report(local)
report(lambda: od)
report(lambda: witer)
report(lambda: naxt)
report(lambda: asyncio)
report(lambda: prind)
report(lambda: ValueErorr)
report(lambda: tipe)
