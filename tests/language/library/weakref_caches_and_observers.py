"""Library reference: weakref in programs: caches, observers, trees, finalizers."""
import gc
import weakref


class Image:
    made = 0

    def __init__(self, name):
        Image.made += 1
        self.name = name

    def __repr__(self):
        return f'Image({self.name})'


cache = weakref.WeakValueDictionary()


def load(name):
    image = cache.get(name)
    if image is None:
        image = cache[name] = Image(name)
    return image


a = load('a')
print(load('a') is a, Image.made, dict(cache))
del a
print(list(cache), load('a').name, Image.made, len(cache))


class Subject:
    def __init__(self):
        self.observers = weakref.WeakSet()

    def notify(self, event):
        return sorted(o.update(event) for o in self.observers)


class Observer:
    def __init__(self, name):
        self.name = name

    def update(self, event):
        return f'{self.name}:{event}'


s = Subject()
x, y = Observer('x'), Observer('y')
s.observers.add(x)
s.observers.add(y)
print(s.notify(1))
del x
print(s.notify(2), len(s.observers))


class Node:
    def __init__(self, value, parent=None):
        self.value, self.children = value, []
        self._parent = weakref.ref(parent) if parent else None
        if parent:
            parent.children.append(self)

    @property
    def parent(self):
        return self._parent and self._parent()

    def __del__(self):
        log.append(f'del {self.value}')


log = []
root = Node('root')
child = Node('child', root)
print(child.parent.value, root.children[0] is child)
del root
print(child.parent, log)
del child
print(log)


class Handler:
    def on_event(self, x):
        return ('handled', x)


h = Handler()
plain, method = weakref.ref(h.on_event), weakref.WeakMethod(h.on_event)
print(plain(), method()(1), method() == h.on_event)
del h
print(method())
events = []
obj = Image('final')
f = weakref.finalize(obj, lambda *a, **k: events.append((a, k)), 1, key='v')
print(f.alive, f.peek()[2:])
del obj
print(events, f.alive, f.peek(), f())
obj = Image('early')
f = weakref.finalize(obj, events.append, 'called early')
print(f(), f(), events[-1])
order = []
one, two = Image('1'), Image('2')
weakref.ref(one, lambda r: order.append('never, the ref is gone'))
refs = [weakref.ref(one, lambda r, n=n: order.append(n)) for n in range(3)]
del one
print(order, [r() for r in refs], refs[0] == refs[1], refs[0] == refs[0])
k = weakref.WeakKeyDictionary()
k[two] = 'two'
key = Image('temp')
k[key] = 'temp'
del key
print(len(k), k[two], list(k.items()), two in k, k.pop(two), len(k), [r() for r in k.keyrefs()])


class Cycle:
    def __init__(self, name):
        self.name = name
        self.me = self


c = Cycle('c')
wr = weakref.ref(c, lambda r: order.append('collected'))
del c
print(wr() is not None, gc.collect() > 0, wr(), order[-1])
p = weakref.proxy(two)
print(p.name, isinstance(p, Image), type(p) is weakref.ProxyType, p == two, repr(p)[:6] != '', bool(p), weakref.getweakrefcount(two))
p.extra = 1
print(two.extra)
try:
    hash(p)
except TypeError as error:
    print(error)
del two
try:
    p.name
except ReferenceError as error:
    print(error)


class Slots:
    __slots__ = ('x', '__weakref__')


sl = Slots()
print(weakref.ref(sl)() is sl, [type(t).__name__ for t in (weakref.ref(load), weakref.ref(Image))])
d = weakref.WeakValueDictionary()
kept = [Image(str(i)) for i in range(3)]
for image in kept:
    d[image.name] = image
try:
    for name in d:
        kept.pop()
        print(name, end=' ')
    print(len(d))
except RuntimeError as error:
    print(error)
