"""Library reference: collections, deque, defaultdict, OrderedDict, UserDict and friends."""
from collections import *
d = deque('ghi')
d.append('j')
d.appendleft('f')
print(d, d.pop(), d.popleft(), list(d), d[0], d[-1], list(reversed(d)), 'h' in d, len(d))
d.extend('jkl')
d.rotate(1)
print(d)
d.rotate(-2)
print(d, d.index('l'), d.count('g'), d.copy() == d)
d.extendleft('abc')
d.insert(2, 'X')
d.remove('X')
d.reverse()
d[0] = 'first'
del d[1]
print(d, deque(range(5), maxlen=3), deque(maxlen=2).maxlen, d.maxlen, deque([1]) + deque([2]), deque([1, 2]) * 2, deque([1]) < deque([2]), deque([1, 2], 3) * 3, deque() == deque(maxlen=5), bool(deque()))
m = deque([1, 2, 3], maxlen=3)
m.append(4)
m.appendleft(0)
m += [9]
print(m, repr(deque()), deque([deque([1])]), hash(1))
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque()[0], lambda: deque([1]).remove(5), lambda: deque([1]).index(5), lambda: deque(5), lambda: deque([], -1), lambda: deque([], 'a'), lambda: deque([1], 1).insert(0, 2), lambda: deque([1])['a'], lambda: deque([1])[0:1], lambda: hash(deque()), lambda: deque([1]) + [2], lambda: deque([1]) < [1], lambda: deque().rotate('a'), lambda: deque([1, 2]).insert('a', 1), lambda: setattr(deque(), 'maxlen', 5), lambda: deque(1, 2, 3), lambda: deque([1], maxlen=1, x=2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
q = deque([1, 2, 3])
try:
    for x in q:
        q.append(x)
except RuntimeError as error:
    print(error)
dd = defaultdict(list)
for k, v in [('yellow', 1), ('blue', 2), ('yellow', 3)]:
    dd[k].append(v)
print(dd, sorted(dd.items()), dd.get('red'), 'red' in dd, dd['red'], dd.default_factory, defaultdict(int, a=1), defaultdict(None, {1: 2}), dd.copy() == dd, defaultdict(lambda: 5)['x'], defaultdict(int) | {'a': 1}, type({'a': 1} | defaultdict(int)).__name__, defaultdict(list, {'a': [1]}).__missing__('b'))
for bad in (lambda: defaultdict(None)['x'], lambda: defaultdict(5), lambda: defaultdict()['k'], lambda: defaultdict(lambda x: 1)['k'], lambda: defaultdict(int, 5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
od = OrderedDict.fromkeys('abcde')
od.move_to_end('b')
print(''.join(od), od)
od.move_to_end('b', last=False)
print(''.join(od), od.popitem(last=False), od.popitem(), list(reversed(od)), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {'a': 1}, OrderedDict([('x', 1)]) | {'y': 2}, repr(OrderedDict()), od.copy(), list(reversed(od.items())), od.setdefault('n', 5), od.pop('n'), od.pop('zzz', None))
for bad in (lambda: od.move_to_end('zzz'), lambda: OrderedDict().popitem(), lambda: od.pop('zzz'), lambda: OrderedDict(5), lambda: od['zzz'], lambda: OrderedDict.fromkeys(5), lambda: OrderedDict([1])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u.update({'b': 2})
u['c'] = 3
print(u, u.data, 'A' in u, u.get('A'), u.copy(), u | {'d': 4}, type(u | {}).__name__)


class L(UserList):
    pass


l = L([3, 1, 2])
l.append(5)
print(l, sorted(l), l[1:], type(l[1:]).__name__, l + [1], l * 2, l.index(5), l == [3, 1, 2, 5], UserString('abc').upper(), UserString('a') + 'b', type(UserString('a') + 'b').__name__, UserString('abc')[1], 'b' in UserString('abc'), UserString('%s') % 5, hash(UserString('a')) == hash('a'))
Point = namedtuple('Point', ['x', 'y'], defaults=[0])
p = Point(11)
print(p, p.x + p.y, p[0], p._asdict(), p._replace(x=5), Point._fields, Point._field_defaults, Point._make([1, 2]), p == (11, 0), hash(p) == hash((11, 0)), namedtuple('T', 'a b c')(1, 2, 3), namedtuple('R', 'a def a', rename=True)._fields, Point.__doc__, Point.x.__doc__, Point(y=1, x=2), *p, Point.__match_args__, Point.__new__.__defaults__)
for bad in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: p._replace(z=1), lambda: Point._make([1]) if False else Point._make([1, 2, 3]), lambda: setattr(p, 'x', 1), lambda: namedtuple('1a', 'x'), lambda: namedtuple('A', 'def'), lambda: namedtuple('A', 'a a'), lambda: namedtuple('A', '_x'), lambda: namedtuple('A', 'x', defaults=[1, 2]), lambda: namedtuple('A', ['a b']), lambda: p.z, lambda: namedtuple('class', 'x')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
