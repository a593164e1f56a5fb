from collections.abc import Generator


class Three(Generator):
    def __init__(self):
        self.n = 0

    def send(self, value):
        self.n += 1
        if self.n > 3:
            raise StopIteration("returned")
        return (self.n, value)

    def throw(self, typ, val=None, tb=None):
        raise typ


def outer():
    result = yield from Three()
    print("result", result)


it = outer()
print(next(it), it.send("x"), next(it), next(it, "end"))
