def f():
    print(x)
    x = 1


def g():
    def inner():
        return y

    inner()
    y = 1


def h():
    del z
    z = 1


for fn in (f, g, h):
    try:
        fn()
    except NameError as e:
        print(type(e).__name__, e)
