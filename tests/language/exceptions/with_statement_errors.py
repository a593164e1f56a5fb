class NoExit:
    def __enter__(self):
        pass


class Async:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *a):
        pass


class EnterRaises:
    def __enter__(self):
        raise ValueError("in enter")

    def __exit__(self, *a):
        print("not called")


class ExitRaises:
    def __enter__(self):
        pass

    def __exit__(self, *a):
        raise KeyError("in exit")


for bad in (5, NoExit(), Async(), EnterRaises()):
    try:
        with bad:
            pass
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    with ExitRaises():
        raise ValueError("body")
except KeyError as e:
    print(repr(e), repr(e.__context__))
