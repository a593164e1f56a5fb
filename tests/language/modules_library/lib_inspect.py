"""Signatures, states, sources and members."""
import asyncio
import functools
import inspect


def function(a, b: int = 2, /, c=None, *args: str, d, e: "late" = 5, **kw) -> float:
    """The docstring.

        indented
    """
    return a


sig = inspect.signature(function)
print(sig)
for name, p in sig.parameters.items():
    print(name, p.kind, p.default is p.empty, repr(p))
print(sig.return_annotation, inspect.signature(lambda x, *, y=1: 0), inspect.signature(functools.partial(function, 1, d=3)))
bound = sig.bind(1, d=4, z=9)
bound.apply_defaults()
print(bound.args, bound.kwargs)
for args, kwargs in (((), {}), ((1,), {}), ((1,), {"a": 1, "d": 2})):
    try:
        print(sig.bind(*args, **kwargs))
    except TypeError as error:
        print(error)


class Base:
    def method(self, x):
        "inherited doc"

    @classmethod
    def cm(cls, y=1): ...

    @staticmethod
    def sm(z): ...

    @property
    def prop(self): ...


class Child(Base):
    def __init__(self, n: int): ...

    def method(self, x): ...


print(inspect.signature(Child), inspect.signature(Child.cm), inspect.signature(Child(1).method), inspect.signature(Child.sm))
print(inspect.getdoc(function), "|", inspect.getdoc(Child.method), inspect.getdoc(Child))
print([n for n, _ in inspect.getmembers(Child, inspect.isfunction)], inspect.getmro(Child)[1].__name__)
print(inspect.getattr_static(Child, "prop").__class__.__name__, inspect.isclass(Child), inspect.isroutine(len))


def gen():
    x = 1
    yield x


async def coro():
    await asyncio.sleep(0)


async def agen():
    yield 1


g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
g.close()
print(inspect.getgeneratorstate(g))
c = coro()
print(inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c))
c.close()
print(inspect.getcoroutinestate(c), inspect.iscoroutinefunction(coro), inspect.isgeneratorfunction(gen), inspect.isasyncgenfunction(agen))
a = agen()
print(inspect.getasyncgenstate(a), inspect.isasyncgen(a))
print(inspect.getsource(gen), end="")
print(inspect.getsourcelines(Base)[1], inspect.getsource(Child).splitlines()[-1].strip())
print(inspect.cleandoc("  one\n      two\n    three"))


def outer():
    return inspect.stack()[0].function, inspect.currentframe().f_code.co_name, inspect.stack()[1].lineno


print(outer())
