class Stop(StopIteration):
    pass


def g():
    raise Stop(5)
    yield


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise Stop(6)


print(list(It()))
try:
    list(g())
except RuntimeError as e:
    print(repr(e.__cause__))
