"""Library reference: json, encoding."""
import json
from enum import IntEnum, Enum
from collections import OrderedDict, namedtuple
print(json.dumps(['foo', {'bar': ('baz', None, 1.0, 2)}]), json.dumps('"foo\bar'), json.dumps('\u1234é\x7f\x00\u2028😀'), json.dumps('\\'), json.dumps({'c': 0, 'b': 0, 'a': 0}, sort_keys=True), json.dumps('é☃', ensure_ascii=False))
print(json.dumps([1, 2, 3, {'4': 5, '6': 7}], separators=(',', ':')), json.dumps({'4': 5, '6': 7}, sort_keys=True, indent=4), json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[], {}, [1, [2]]], indent='--'), json.dumps({'a': [1]}, indent=0), json.dumps([1], indent=1, separators=(',', ': ')))
print(json.dumps({1: 2, 1.5: 3, True: 4, None: 5, False: 6}), json.dumps(float('nan')), json.dumps([float('inf'), -float('inf')]), json.dumps(1e100), json.dumps(0.1), json.dumps(10 ** 30), json.dumps(-0.0), json.dumps(1e-7), json.dumps(True), json.dumps(None), json.dumps(1.0), json.dumps(123456789012345678))


class N(IntEnum):
    A = 1


class S(str, Enum):
    X = 'x'


P = namedtuple('P', 'x y')


class L(list):
    pass


class F(float):
    def __repr__(self):
        return 'custom'


class I(int):
    def __str__(self):
        return 'custom'


print(json.dumps([N.A, S.X, P(1, 2), L([1]), F(1.5), I(7)]), json.dumps({N.A: 1, S.X: 2}), json.dumps(OrderedDict(b=1, a=2)), json.dumps({'k': {(): 1}}, skipkeys=True), json.dumps({'a': 1, (1, 2): 3}, skipkeys=True))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({'c': 2 + 1j, 's': {2, 1}}, cls=Encoder), json.dumps(object, default=lambda o: 'unknown'), Encoder().encode(1j), list(json.JSONEncoder().iterencode({'a': [1, 2]})), json.JSONEncoder(indent=2, sort_keys=True).encode({'b': 1, 'a': 2}))
cycle = []
cycle.append(cycle)
loop = {}
loop['self'] = loop
for bad in (lambda: json.dumps(object()), lambda: json.dumps({1j}), lambda: json.dumps(b'a'), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(cycle), lambda: json.dumps(loop), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps({'a': {'b': [1, {2, 3}]}}), lambda: json.dumps([1], default=lambda o: o) and json.dumps(object(), default=lambda o: o), lambda: json.dumps(1, nope=2), lambda: json.dumps({'b': 1, 1: 2}, sort_keys=True), lambda: json.dumps(1j), lambda: json.dump(1), lambda: json.dumps(Encoder), lambda: json.dumps([1, float('inf')], allow_nan=False), lambda: json.dumps({'x': object()}, indent=2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0], getattr(error, '__notes__', []) and [n.split(' at 0x')[0] for n in error.__notes__])
