"""Library reference: copy, memo, cycles, hooks, immutables."""
import copy
import collections
import datetime
import enum
import fractions
import re
import types


class Plain:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __eq__(self, other):
        return vars(self) == vars(other)

    def __repr__(self):
        return f'Plain({", ".join(sorted(vars(self)))})'


a = Plain(x=[1, [2]], y={'k': (3, [4])})
b, c = copy.copy(a), copy.deepcopy(a)
print(b == a, c == a, b.x is a.x, c.x is a.x, c.y['k'][1] is a.y['k'][1])


class Tracked:
    def __init__(self, v):
        self.v = v

    def __deepcopy__(self, memo):
        print('deepcopy', self.v, len(memo) > 0)
        new = Tracked(copy.deepcopy(self.v, memo))
        memo[id(self)] = new
        return new


t = Tracked([1])
pair = copy.deepcopy([t, t, {'t': t}])
print(pair[0] is pair[1] is pair[2]['t'], pair[0] is t)


class NewArgs:
    def __new__(cls, *args, **kw):
        print('new', args, kw)
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        print('init')

    def __getnewargs_ex__(self):
        return ('from', 'ex'), {'k': 1}


n = NewArgs('first')
n.attr = [1]
m = copy.copy(n)
print(m.attr is n.attr)


class State:
    def __init__(self):
        self.a, self.b = 1, [2]

    def __getstate__(self):
        return {'a': self.a}

    def __setstate__(self, state):
        print('setstate', state)
        self.a = state['a'] * 10


s = copy.copy(State())
print(vars(s))


class Reduce:
    def __init__(self, items):
        self.items = items

    def __reduce__(self):
        return (list, (), None, iter(self.items), iter([]))


print(copy.copy(Reduce([1, 2])), copy.deepcopy(Reduce([[3]])))


class SlotsAndDict:
    __slots__ = ('s', '__dict__')


sd = SlotsAndDict()
sd.s, sd.d = [1], [2]
e = copy.deepcopy(sd)
print(e.s, e.d, e.s is sd.s, e.d is sd.d)


class L(list):
    pass


class D(dict):
    pass


l = L([[1]])
l.attr = 'kept'
d = D(a=[1])
d.attr = [5]
print(copy.copy(l), copy.copy(l).attr, type(copy.deepcopy(l)).__name__, copy.deepcopy(l)[0] is l[0], copy.copy(d), copy.deepcopy(d).attr is d.attr, type(copy.copy(d)).__name__)
cycle = {'me': None, 'list': []}
cycle['me'] = cycle
cycle['list'].append(cycle)
cc = copy.deepcopy(cycle)
print(cc['me'] is cc, cc['list'][0] is cc, cc is not cycle)
nested = ([1],)
nested[0].append(nested)
nn = copy.deepcopy(nested)
print(nn[0][1] is nn)
colour = enum.Enum('Colour', 'RED')
atoms = [None, 1, 1.5, 2j, 'a', b'b', True, ..., NotImplemented, len, int, range(3), frozenset([1]), (1, 2), slice(1), lambda: 0, re.compile('a'), colour.RED, types.SimpleNamespace, print]
print([copy.copy(x) is x for x in atoms], [copy.deepcopy(x) is x for x in atoms])
others = [datetime.date(2024, 1, 1), datetime.timedelta(1), fractions.Fraction(1, 2), collections.deque([[1]], 5), collections.OrderedDict(a=[1]), collections.defaultdict(list, k=[1]), collections.Counter('ab'), bytearray(b'x'), {1, 2}, types.SimpleNamespace(a=[1]), collections.ChainMap({'a': [1]}), Exception('e', [1]), collections.namedtuple('P', 'x')([1])]
for o in others:
    x, y = copy.copy(o), copy.deepcopy(o)
    print(type(o).__name__, x == o or repr(x) == repr(o), y == o or repr(y) == repr(o), x is o, y is o, type(y) is type(o))
memo = {}
copy.deepcopy([[1]], memo)
print(len(memo) > 0)
for bad in (lambda: copy.copy((i for i in 'a')), lambda: copy.deepcopy((i for i in 'a')), lambda: copy.deepcopy(types), lambda: copy.copy(type('Bad', (), {'__reduce_ex__': lambda self, p: 5})()), lambda: copy.copy(type('Bad', (), {'__copy__': 5})()), lambda: copy.replace([], x=1), lambda: copy.replace(collections.namedtuple('Q', 'x')(1), x=2), lambda: copy.replace(datetime.date(2024, 1, 1), day=5), lambda: copy.Error.__name__):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
