import types


def g():
    yield


async def c():
    pass


co = c()
print(
    isinstance(g(), types.GeneratorType),
    isinstance(co, types.CoroutineType),
    isinstance(g, types.FunctionType),
    isinstance(types, types.ModuleType),
    isinstance(len, types.BuiltinFunctionType),
    types.NoneType is type(None),
)
co.close()
ns = types.SimpleNamespace(a=1, b="x")
ns.c = 3
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=3))
m = types.MappingProxyType({"k": 1})
print(m["k"], m)
try:
    m["k"] = 2
except TypeError as e:
    print(e)
