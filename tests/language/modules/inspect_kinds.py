import inspect


def f(a, b=1, *args, c, **kw):
    pass


async def co():
    pass


def gen():
    yield


async def agen():
    yield


class A:
    def m(self):
        pass


print(
    inspect.isfunction(f),
    inspect.isgeneratorfunction(gen),
    inspect.iscoroutinefunction(co),
    inspect.isasyncgenfunction(agen),
    inspect.isclass(A),
    inspect.ismethod(A().m),
    inspect.isbuiltin(len),
    inspect.ismodule(inspect),
    inspect.isgenerator(gen()),
)
print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.getdoc(f))
