"""Library reference: weakref and gc."""
import gc
import weakref
from weakref import *


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Node({self.name})'

    def method(self):
        return self.name


log = []
n = Node('a')
r = ref(n, lambda r: log.append(('dead', r() is None)))
print(r() is n, r == ref(n), ref(n) is ref(n), hash(r) == hash(n), getweakrefcount(n), len(getweakrefs(n)), repr(r).split(' at ')[0], r.__callback__ is not None)
p = proxy(n)
print(p.name, p.method(), str(p), type(p).__name__, repr(p).split(' at ')[0])
p.name = 'changed'
m = WeakMethod(n.method)
print(m()(), n.name)
del n
print(r(), log, m(), r.__callback__)
try:
    p.name
except ReferenceError as error:
    print(error)
d = WeakValueDictionary()
a, b = Node('1'), Node('2')
d['a'], d['b'] = a, b
print(sorted(d), len(d), d['a'], 'a' in d, d.get('z', 'none'), sorted(d.items())[0][0], list(d.valuerefs())[0]() in (a, b))
del a
print(sorted(d), len(d))
k = WeakKeyDictionary()
k[b] = 'value'
print(len(k), k[b], b in k, list(k.keys()))
s = WeakSet([b])
print(len(s), b in s)
del b
print(len(d), len(k), len(s))
finalized = []
obj = Node('f')
f = finalize(obj, finalized.append, 'done')
print(f.alive, f.peek()[2], f.atexit)
del obj
print(finalized, f.alive, f())
obj = Node('g')
f = finalize(obj, finalized.append, 'detached')
print(f.detach()[1].__name__, f.alive)
for bad in (lambda: ref(5), lambda: ref('a'), lambda: ref([]), lambda: proxy(5), lambda: d['zzz'], lambda: d.__setitem__('x', 5), lambda: k.__getitem__(obj), lambda: s.add(5), lambda: WeakMethod(len), lambda: WeakMethod(5), lambda: ref(), lambda: finalize(obj), lambda: k.popitem(), lambda: d.popitem(), lambda: hash(ref(type('U', (), {'__hash__': None})())), lambda: finalize(5, print), lambda: s.remove(obj), lambda: ref(None)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])


class Slot:
    __slots__ = ('x',)


class SlotW:
    __slots__ = ('__weakref__',)


try:
    ref(Slot())
except TypeError as error:
    print(error)
sw = SlotW()
print(ref(sw)() is sw, ref(len) is not None, ref(Node)() is Node, ref({1}) is not None)


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(f'del {self.name}')


x, y = Loud('x'), Loud('y')
x.other, y.other = y, x
del x, y
print(log[-2:] if len(log) > 2 else 'not yet', gc.collect() > 0, sorted(log[-2:]))
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(), gc.get_threshold()[0] > 0, gc.is_tracked([]), gc.is_tracked(5), gc.is_tracked('a'), isinstance(gc.get_objects(), list), len(gc.get_count()), gc.garbage, gc.get_referents([1, 'a']) if False else '')


class Resurrect:
    saved = None

    def __del__(self):
        Resurrect.saved = self


Resurrect()
print(type(Resurrect.saved).__name__)
Resurrect.saved = None
print(Resurrect.saved)
w = WeakValueDictionary(a=(keep := Node('kw')))
w.update({'b': keep})
print(sorted(w.keys()), w.setdefault('c', keep), w.pop('a'), len(w), w | {'z': keep} == {'z': keep, **w})
