class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v)
        return self.swallow


with CM("a") as a, CM("b"):
    print("body", a.name)
with CM("c", True) as c, CM("d"):
    raise ValueError("swallowed by c")
try:
    with CM("e"):
        raise KeyError("k")
except KeyError:
    print("out")


def f():
    with CM("f"):
        return "returned"


print(f())
