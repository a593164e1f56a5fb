"""Language reference 3.3.8: emulating numeric types."""
class N:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


BINARY = {'add': '+', 'sub': '-', 'mul': '*', 'matmul': '@', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'xor': '^', 'or': '|'}
for name, sign in BINARY.items():
    setattr(N, f'__{name}__', lambda self, other, name=name: f'{self}.{name}({other})')
    setattr(N, f'__r{name}__', lambda self, other, name=name: f'{self}.r{name}({other})')
for name in ('neg', 'pos', 'invert', 'abs'):
    setattr(N, f'__{name}__', lambda self, name=name: f'{self}.{name}')
a, b = N('a'), N('b')
for sign in BINARY.values():
    print(eval(f'a {sign} b'), eval(f'a {sign} 1'), eval(f'1 {sign} a'))
print(-a, +a, ~a, abs(a), divmod(7, 2))


class Sub(N):
    def __radd__(self, other):
        return 'subclass first'


print(a + Sub('s'), Sub('s') + a)


class InPlace:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(('+=', other))
        return self

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return 'plain sub'

    def __imatmul__(self, other):
        return 'matmul'


i = InPlace()
j = i
i += 1
print(i is j, i.log)
i -= 1
print(i)
j @= 2
print(j)


class Conversions:
    def __int__(self):
        return 3

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 1j

    def __index__(self):
        return 7

    def __round__(self, n=None):
        return ('round', n)

    def __trunc__(self):
        return 'trunc'

    def __floor__(self):
        return 'floor'

    def __ceil__(self):
        return 'ceil'


import math
c = Conversions()
print(int(c), float(c), complex(c), hex(c), bin(c), oct(c), [0] * c, round(c), round(c, 2), math.trunc(c), math.floor(c), math.ceil(c), list(range(c))[-1], 'abcdefghij'[c], chr(c + 1 if False else 97), math.sqrt(c))


class OnlyIndex:
    def __index__(self):
        return 5


print(int(OnlyIndex()), float(OnlyIndex()), complex(OnlyIndex()), 2 ** 10 % 5)


class NotImpl:
    def __add__(self, other):
        return NotImplemented

    def __pow__(self, other, modulo=None):
        return ('pow', other, modulo)


print(pow(NotImpl(), 2, 5), pow(NotImpl(), 2))
for bad in (lambda: NotImpl() + 1, lambda: 1 + NotImpl(), lambda: NotImpl() - 1, lambda: -NotImpl(), lambda: NotImpl() @ 2, lambda: ~1.5, lambda: +'a', lambda: 'a' @ 'b', lambda: divmod(NotImpl(), 1),
            lambda: pow(2, NotImpl()), lambda: pow(2, 3, NotImpl()), lambda: abs('a'), lambda: round('a'), lambda: round(1.5, 'a'), lambda: int([]), lambda: 1 if NotImplemented else 2):
    try:
        bad()
    except TypeError as error:
        print(error)
for bad in ("x = 'a'; x += 1", "x = [1]; x += 1", "x = 1; x @= 2", "x = {}; x |= 5", "x = None; x -= 1", "x = (1,); x += [2]"):
    try:
        exec(bad)
    except TypeError as error:
        print(bad, '->', error)
x = {1: 2}
x |= [(3, 4)]
print(x)
