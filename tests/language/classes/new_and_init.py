class Single:
    _one = None

    def __new__(cls, *a):
        print("new", a)
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __init__(self, *a):
        print("init", a)


print(Single(1) is Single(2))


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never")


print(Other())


class Str(str):
    def __new__(cls, v):
        return super().__new__(cls, v.upper())


print(Str("abc"), type(Str("x")).__name__, len(Str("abc")))


class BadInit:
    def __init__(self):
        return 5


for call in (BadInit, lambda: object(1), lambda: object.__new__(5)):
    try:
        call()
    except TypeError as e:
        print(e)
