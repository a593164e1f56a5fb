"""Language reference 8.6: match."""
import collections
from dataclasses import dataclass
from types import SimpleNamespace


@dataclass
class P:
    x: int
    y: int = 0


class Seq(collections.abc.Sequence):
    def __init__(self, *a):
        self.a = a

    def __len__(self):
        return len(self.a)

    def __getitem__(self, i):
        return self.a[i]


class Registered:
    pass


collections.abc.Mapping.register(type('M', (dict,), {}))
constants = SimpleNamespace(RED=1, nested=SimpleNamespace(BLUE=2))


def describe(v):
    match v:
        case constants.RED:
            return 'red'
        case constants.nested.BLUE:
            return 'blue'
        case -1 | -1.5 | 2 + 3j | -2 - 1j:
            return 'number literal'
        case 'a' 'b' | b'x' | None | False:
            return 'literal'
        case str(s) if len(s) > 3:
            return f'long {s}'
        case str() as s:
            return f'str {s}'
        case []:
            return 'empty sequence'
        case [x]:
            return f'one {x}'
        case [1, [2, *inner], *rest]:
            return f'nested {inner} {rest}'
        case (P(x=0) | P(y=9)) as p:
            return f'special {p}'
        case P(x, y=yy):
            return f'P {x} {yy}'
        case [*front, (3 | 4) as last]:
            return f'ends {front} {last}'
        case {'type': 'a', 'value': [v1, *_]}:
            return f'dict {v1}'
        case {'k': {'deep': d}, **rest}:
            return f'deep {d} {rest}'
        case {}:
            return f'mapping {len(v)}'
        case int(n) | float(n):
            return f'number {n}'
        case _:
            return f'other {type(v).__name__}'


for v in (1, 2, -1, -1.5, 2 + 3j, -2 - 1j, 'ab', b'x', None, False, True, 'long text', 'c', [], (), [5], (1, [2, 3, 4], 5), [1, [2]], P(0, 5), P(1, 9), P(1, 2), [1, 2, 3], (9, 9, 4), {'type': 'a', 'value': 'xy'}, {'type': 'a', 'value': [7, 8]}, {'k': {'deep': 1}, 'z': 2}, {}, {1: 2}, 7, 7.5, Seq(1), Seq(0, 3), range(3), collections.deque([1]), collections.OrderedDict(a=1), iter([]), {1, 2}, b'bytes', bytearray(b'q'), object, collections.defaultdict(int)):
    print(describe(v))


class Eq:
    def __eq__(self, other):
        print('eq', other)
        return other == 2


match Eq():
    case 1:
        print('one')
    case 2:
        print('two')


class Weird:
    __match_args__ = ('a', 'b')
    a = 1

    @property
    def b(self):
        raise AttributeError


match Weird():
    case Weird(1, 2):
        print('no')
    case Weird(1):
        print('yes')


def guard(x):
    print('guard', x)
    return x > 1


match [1, 2]:
    case [x, y] if guard(x):
        print('first')
    case [x, y] if guard(y):
        print('second', x, y)
for bad in ("match x:\n    case a: pass\n    case b: pass", "match x:\n    case _: pass\n    case 1: pass", "match x:\n    case a | 1: pass", "match x:\n    case [a, a]: pass", "match x:\n    case (a | b): pass", "match x:\n    case [*a, *b]: pass", "match x:\n    case {**a, 'b': 1}: pass", "match x:\n    case {'a': 1, 'a': 2}: pass", "match x:\n    case P(a=1, a=2): pass", "match x:\n    case P(a=1, 2): pass", "match x:\n    case {a: 1}: pass", "match x:\n    case f'x': pass", "match x:\n    case 1 + 1: pass", "match x:\n    case -a: pass", "match x:\n    case {**_}: pass", "match x:\n    case _ as a: pass", "match x:\n    case a as _: pass", "match x:\n    case 1 as a.b: pass", "match x:\n    pass", "match x:\ncase 1: pass", "match x, y:\n    case 1, *_: pass", "match *a, b:\n    case _: pass", "match (x):\n    case (1): pass", "match x:\n    case a() as b if c: pass", "match = 1; match.x; match[0]; match(1)", "case = 1", "match -1: pass", "match x:\n    case a.b.c(d, e=f): pass", "match x:\n    case +1: pass", "match x:\n    case 1 - 1: pass", "match x:\n    case [a, _, _]: pass", "match x:\n    case a, b as c: pass"):
    try:
        compile(bad, '<t>', 'exec')
        print(repr(bad), 'fine')
    except SyntaxError as error:
        print(repr(bad), '->', error.msg)
