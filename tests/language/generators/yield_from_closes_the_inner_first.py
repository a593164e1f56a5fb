def inner():
    try:
        yield
    finally:
        print("inner")


def outer():
    try:
        yield from inner()
    finally:
        print("outer")


it = outer()
next(it)
it.close()
