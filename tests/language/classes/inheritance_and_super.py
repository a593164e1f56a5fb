class A:
    def __init__(self, x):
        self.x = x

    def hello(self):
        return f"A({self.x})"


class B(A):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    def hello(self):
        return "B+" + super().hello()


class C(B):
    pass


c = C(1, 2)
print(c.hello(), isinstance(c, A), issubclass(C, (int, A)), C.__bases__, C.__mro__)
print(super(B, c).hello(), type(c).__name__)
