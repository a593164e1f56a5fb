class AppError(Exception):
    code = 7


class Detailed(AppError):
    def __init__(self, what, n):
        super().__init__(what)
        self.n = n

    def __str__(self):
        return f"{self.args[0]} x{self.n}"


try:
    raise Detailed("thing", 3)
except AppError as e:
    print(e, repr(e), e.code, e.n, e.args, isinstance(e, Exception))


class Bad(Exception):
    def __init__(self, a, b):
        pass


print(Bad(1, 2).args, repr(Bad(1, b=2)))
