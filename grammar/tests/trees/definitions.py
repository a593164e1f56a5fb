@decorator
@other.call(1)
def f(a, b: int = 1, /, c=2, *args: *Ts, d, e: str = "x", **kwargs: dict) -> None:
    """Text."""
    return
    return 1, *x
    yield
    value = yield 1, 2
    yield from g()
    nonlocal_value = (yield)


async def g[T](*, key):
    await f()
    async for x in y:
        pass
    async with a as b:
        pass
    return [x async for x in y if await x]


class A: pass


@decorate
class B[T](A, *bases, metaclass=M, **options):
    attribute: int = 1

    def method(self): return super().method()


h = lambda: 0
i = lambda a, /, b=1, *c, d, e=2, **f: (a, b)
