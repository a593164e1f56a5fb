"""Library reference: collections.abc."""
from collections.abc import *
import collections.abc as abc
objects = [[], (), {}, set(), frozenset(), 'a', b'a', bytearray(), range(1), iter([]), (x for x in ()), {}.keys(), {}.values(), {}.items(), 5, None, len, int, memoryview(b'') if False else deque() if False else iter({}), map(str, []), zip(), enumerate([]), reversed([])]
names = [n for n in abc.__all__ if n not in ('ByteString', 'Buffer')]
print(names)
for o in objects:
    print(type(o).__name__, *[n for n in names if isinstance(o, getattr(abc, n))])


class Seq(Sequence):
    def __init__(self, *a):
        self.a = a

    def __getitem__(self, i):
        return self.a[i]

    def __len__(self):
        return len(self.a)


s = Seq(1, 2, 3, 2)
print(list(s), 2 in s, s.index(2), s.count(2), list(reversed(s)), s.index(2, 2), isinstance(s, Reversible), isinstance(s, Collection))
try:
    s.index(9)
except ValueError as error:
    print(repr(error))


class MSeq(MutableSequence):
    def __init__(self):
        self.a = []

    def __getitem__(self, i):
        return self.a[i]

    def __setitem__(self, i, v):
        self.a[i] = v

    def __delitem__(self, i):
        del self.a[i]

    def __len__(self):
        return len(self.a)

    def insert(self, i, v):
        self.a.insert(i, v)


m = MSeq()
m.append(1)
m.extend([2, 3])
m += [4]
m.reverse()
m.remove(3)
print(m.a, m.pop(), m.pop(0), m.a)
m.clear()
print(m.a)


class ListSet(Set):
    def __init__(self, it):
        self.e = []
        for x in it:
            if x not in self.e:
                self.e.append(x)

    def __iter__(self):
        return iter(self.e)

    def __contains__(self, v):
        return v in self.e

    def __len__(self):
        return len(self.e)


a, b = ListSet('abcdef'), ListSet('defghi')
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, ListSet('ab') < ListSet('abc'), a == ListSet('fedcba'), a.isdisjoint(ListSet('xyz')), a == set('abcdef'), list({'d', 'z'} & a), a._hash() == hash(frozenset('abcdef')))


class Map(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = Map()
m.update(a=1, b=2)
m.update([('c', 3)])
print(m.pop('a'), m.get('z'), m.setdefault('d', 4), dict(m), list(m.items()), m.keys(), m.values() , 'b' in m, m == {'b': 2, 'c': 3, 'd': 4}, m.popitem(), len(m), m.pop('q', 'no'), m.keys() & {'b'}, ('b', 2) in m.items(), 2 in m.values())
m.clear()
for bad in (lambda: m.popitem(), lambda: m.pop('x'), lambda: Sequence(), lambda: type('Half', (Mapping,), {'__len__': lambda s: 0})(), lambda: hash(m), lambda: Iterator(), lambda: Set.__and__(ListSet('a'), 5), lambda: m.update(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Sized2:
    def __len__(self):
        return 0


class Gen(Generator):
    def send(self, v):
        return v

    def throw(self, *a):
        raise StopIteration


print(isinstance(Sized2(), Sized), issubclass(Sized2, Sized), issubclass(Sized2, Sequence), next(Gen()), Gen().close(), list(Gen.__abstractmethods__), sorted(Mapping.__abstractmethods__), Callable[[int], str], Iterable[int], Mapping[str, int], issubclass(list, Sequence), isinstance(lambda: 0, Callable), issubclass(dict, Mapping), Hashable.__subclasshook__(list), Sized.__subclasshook__(list))
Sequence.register(Sized2)
print(isinstance(Sized2(), Sequence))
