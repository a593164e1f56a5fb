f = lambda: (yield 5)
print(list(f()))


class A:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            yield i * self.n

    @staticmethod
    def s():
        yield "static"

    @classmethod
    def c(cls):
        yield cls.__name__


print(list(A(4)), list(A.s()), list(A.c()), list(A(2)))
print(A.c().__qualname__)
