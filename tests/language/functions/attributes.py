def f(a: int, b: str = "x", *, c=1) -> bool:
    """Docs."""
    return True


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__)
print(f.__annotations__)
f.extra = 5
print(f.extra, f.__dict__)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_name)


class A:
    def m(self):
        pass

    def outer(self):
        def inner():
            pass

        return inner


print(A.m.__qualname__, A().outer().__qualname__, (lambda: 0).__name__)
