"""Library reference: built-in types, sets and mappings."""
a, b = {1, 2, 3}, frozenset([2, 3, 4])
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), type(a | b).__name__, type(b | a).__name__, a <= {1, 2, 3, 4}, a < a, a >= {1}, a.isdisjoint({9}), a.issubset([1, 2, 3]), a.issuperset([1]), sorted(a.union([9], (8,))), sorted(a.intersection([1, 2], [2])), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 7])), a == frozenset(a), {1, 2} != {1}, len(a), 2 in a, a.copy() is a, b.copy() is b, hash(b) == hash(frozenset(b)), {frozenset([1])} == {frozenset([1])}, set([1, 1.0, True]), frozenset(), set() == frozenset(), {1} == {1.0}, {frozenset([2]): 1}[frozenset([2])], {2} in {frozenset([2])})
c = set(a)
c.add(10)
c.discard(99)
c.remove(1)
c.update([5], (6,))
c |= {7}
c &= {2, 3, 5, 7}
c -= {2}
c ^= {3, 100}
c.difference_update([100])
c.intersection_update([5, 7])
c.symmetric_difference_update([7, 8])
print(sorted(c), c.pop() in (5, 8), len(c), c.clear(), c)
for bad in (lambda: a.remove(99), lambda: set().pop(), lambda: a.add([]), lambda: a | [1], lambda: a - [1], lambda: a < [1], lambda: a.union(5), lambda: {[]}, lambda: set(5), lambda: b.add(1), lambda: hash(a), lambda: {{}}, lambda: a.update(5), lambda: frozenset([[]]), lambda: a.__ior__([1]), lambda: a.issubset(5), lambda: a.remove({1}), lambda: set(1, 2), lambda: a.discard([]), lambda: exec('a |= [1]'), lambda: a[0], lambda: a + b):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
d = {'one': 1, 'two': 2, 'three': 3}
print(d, list(d), d['one'], len(d), d.get('x'), d.get('x', 0), 'one' in d, d.keys(), d.values(), d.items(), d.copy() == d, d.pop('one'), d.pop('zzz', None), d.popitem(), d.setdefault('n', []), d.setdefault('two'), d, dict.fromkeys('ab'), dict.fromkeys([1], []), d | {'q': 1}, {'two': 0} | d, list(reversed(d)), d == {'n': [], 'two': 2}, d != {}, dict(a=1) | dict(a=2), {**d, 'two': 9})
d |= [('z', 26)]
d.update(k=5)
d.update({'k': 6}, m=7)
d.update([('p', 8)])
del d['n']
print(d, d.clear(), d)
keys = {'a': 1, 'b': 2}
k, v, i = keys.keys(), keys.values(), keys.items()
keys['c'] = 3
print(k, v, i, len(k), 'c' in k, 3 in v, ('c', 3) in i, ('c', 4) in i, sorted(k & {'a', 'z'}), sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'q'}), k == {'a', 'b', 'c'}, k < {'a', 'b', 'c', 'd'}, sorted(i & {('a', 1)}), k.isdisjoint('xyz'), list(reversed(k)), list(reversed(i)), k.mapping, v == v, v == keys.values(), sorted(k & 'ab'), 'x' in v, [] in v, ([], 1) in [] or True)
for bad in (lambda: keys['zzz'], lambda: keys.pop('zzz'), lambda: {}.popitem(), lambda: {[]: 1}, lambda: keys[[]], lambda: [] in keys, lambda: dict.fromkeys(5), lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: keys | 5, lambda: keys | [('a', 1)], lambda: keys < {}, lambda: k[0], lambda: k & 5, lambda: hash(keys), lambda: {}.update(5), lambda: {}.update([(1,)]), lambda: keys.get(), lambda: keys.get([]), lambda: keys.setdefault(), lambda: keys.__ior__(5), lambda: keys.pop(), lambda: dict(a=1, **{'a': 2}), lambda: hash(k), lambda: k.mapping.__setitem__('a', 1), lambda: exec('del keys["nope"]'), lambda: dict({}, {}), lambda: keys.fromkeys(), lambda: k + k, lambda: v & v):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for name, action in (('add', lambda: keys.update(new=1)), ('delete', lambda: keys.pop('a'))):
    try:
        for key in keys:
            action()
    except RuntimeError as error:
        print(name, error)
try:
    for x in (s := {1, 2, 3}):
        s.add(x + 10)
except RuntimeError as error:
    print(error)
nested = {}
nested['self'] = nested
print(nested, {1: 'a', True: 'b', 1.0: 'c'}, {None: 1, (): 2, '': 3, 0: 4, False: 5}, {i: i * i for i in range(3)}, dict(zip('ab', [1, 2])), {'a': {'b': {'c': 1}}}['a']['b'])


class Missing(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


m = Missing(a=1)
print(m['b'], m, m.get('zz'), Missing.fromkeys('x').__class__.__name__, (m | {'q': 1}).__class__.__name__, m.copy().__class__.__name__)
