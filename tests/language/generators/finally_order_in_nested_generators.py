def inner():
    try:
        yield 1
        yield 2
    finally:
        print("inner finally")


def outer():
    try:
        for x in inner():
            yield x
            break
        print("after the inner loop")
        yield 3
    finally:
        print("outer finally")


for x in outer():
    print(x)
