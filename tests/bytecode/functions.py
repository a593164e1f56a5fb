def add(a, /, b=1, *rest, c, d=2, **more) -> int:
    """Adds.

    Things."""
    return a + b


counter = lambda start: (lambda: start)


class C[T](Base, metaclass=Meta):
    x: int = 1

    def __init__(self):
        super().__init__(1, *args, k=2, **kw)
        self.__private = 1
