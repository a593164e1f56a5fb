"""Library reference: copy and types."""
import copy
import types


class Node:
    def __init__(self, v, next=None):
        self.v, self.next = v, next

    def __repr__(self):
        return f'Node({self.v})'


class Custom:
    def __init__(self):
        self.log = []

    def __copy__(self):
        return 'shallow'

    def __deepcopy__(self, memo):
        return ('deep', type(memo).__name__)

    def __replace__(self, **kw):
        return kw


class Slotted:
    __slots__ = ('a', 'b')


class State:
    def __getstate__(self):
        return {'saved': 1}

    def __setstate__(self, state):
        self.restored = state


class Reduced:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return (Reduced, (self.x + 1,))


a = [1, [2, 3], {'k': [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
print(b, c, b[1] is a[1], c[1] is a[1])
n = Node(1)
n.next = Node(2, n)
m = copy.deepcopy(n)
print(m.next.next is m, m is not n, copy.copy(n).next is n.next)
loop = []
loop.append(loop)
copied = copy.deepcopy(loop)
print(copied, copied[0] is copied)
t = ([],)
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, 2)) is not None, copy.copy(Custom()), copy.deepcopy(Custom()), copy.replace(Custom(), a=1))
s = Slotted()
s.a = [1]
s2 = copy.copy(s)
print(s2.a is s.a, hasattr(s2, 'b'), copy.deepcopy(s).a is s.a, copy.copy(State()).restored, copy.deepcopy(State()).restored, copy.copy(Reduced(1)).x, copy.deepcopy(Reduced(1)).x)
x = [1]
both = copy.deepcopy([x, x])
print(both[0] is both[1], copy.copy({1, 2}), copy.deepcopy(frozenset({1})), copy.copy(len) is len, copy.deepcopy(int) is int, copy.copy(None), copy.deepcopy(lambda: 0) is not None, copy.copy(range(3)), copy.copy(bytearray(b'a')), copy.deepcopy({'a': {1: []}}))
for bad in (lambda: copy.copy(x for x in []), lambda: copy.deepcopy(types), lambda: copy.replace(5), lambda: copy.replace([], a=1), lambda: copy.copy()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
ns = types.SimpleNamespace(b=1, a=[2])
ns.c = 3
print(ns, ns == types.SimpleNamespace(b=1, a=[2], c=3), vars(ns), types.SimpleNamespace({'x': 1}, y=2), copy.replace(ns, b=5), types.SimpleNamespace())
del ns.c
ns.self = ns
print(ns)
proxy = types.MappingProxyType(d := {'a': 1})
d['b'] = 2
print(proxy, proxy['b'], len(proxy), list(proxy), proxy | {'c': 3}, proxy.copy(), proxy.get('z'), 'a' in proxy, proxy == {'a': 1, 'b': 2}, list(reversed(proxy)), type(proxy))
for bad in (lambda: proxy.__setitem__('a', 1), lambda: exec('proxy["a"] = 1'), lambda: proxy['z'], lambda: types.MappingProxyType(5), lambda: types.SimpleNamespace(1), lambda: ns.zzz, lambda: hash(ns), lambda: types.SimpleNamespace({1: 2}), lambda: types.NoneType(5), lambda: ns < ns, lambda: types.MethodType(5, None), lambda: types.MethodType(len, None)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
X = types.new_class('X', (dict,), {}, lambda ns: ns.update(attr=5))
print(X, X.attr, X.__mro__[1], types.resolve_bases((list[int],)), types.prepare_class('Y', (), {})[0], types.get_original_bases(X))


class Dyn:
    def __init__(self):
        self._x = 5

    @types.DynamicClassAttribute
    def x(self):
        return self._x


print(Dyn().x)


@types.coroutine
def gen_coro():
    got = yield 'paused'
    return got


async def use():
    return await gen_coro()


u = use()
print(u.send(None))
try:
    u.send('value')
except StopIteration as stop:
    print(stop.value)
print([getattr(types, n).__name__ for n in ('FunctionType', 'LambdaType', 'GeneratorType', 'CoroutineType', 'AsyncGeneratorType', 'CodeType', 'CellType', 'MethodType', 'BuiltinFunctionType', 'BuiltinMethodType', 'WrapperDescriptorType', 'MethodWrapperType', 'MethodDescriptorType', 'ModuleType', 'TracebackType', 'FrameType', 'GetSetDescriptorType', 'MemberDescriptorType', 'MappingProxyType', 'GenericAlias', 'UnionType', 'NoneType', 'EllipsisType', 'NotImplementedType')])
print(int | str, list[int] | None, types.GenericAlias(list, (int,)), (int | str).__args__, int | None == None | int, isinstance(int | str, types.UnionType), types.CellType(5).cell_contents)
