"""Topological order, and the abstract types of types."""
import types
from graphlib import CycleError, TopologicalSorter

graph = {"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}
order = list(TopologicalSorter(graph).static_order())
print(order[0], order[-1], sorted(order[1:3]))
ts = TopologicalSorter()
ts.add("dress", "wake")
ts.add("leave", "dress", "eat")
ts.prepare()
while ts:
    ready = ts.get_ready()
    print(sorted(ready))
    ts.done(*ready)
try:
    TopologicalSorter({1: [2], 2: [1]}).prepare()
except CycleError as error:
    print(error.args[0], len(error.args[1]))
ns = types.SimpleNamespace(a=1, b="x")
print(ns, ns == types.SimpleNamespace(a=1, b="x"), types.MappingProxyType({"k": 1}))
C = types.new_class("C", (list,), {}, lambda body: body.update(x=5))
print(C, C.x, C([1]), types.resolve_bases((int,)), types.prepare_class("D")[0])


@types.coroutine
def pause():
    got = yield "paused"
    return got


async def main():
    return await pause()


c = main()
print(c.send(None))
try:
    c.send("answer")
except StopIteration as stop:
    print(stop.value)
print(types.FunctionType is type(main), types.NoneType, types.GenericAlias, types.UnionType, isinstance(int | str, types.UnionType))
