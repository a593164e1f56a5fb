"""Language reference 3.3.3.1 and tutorial 9.5: inheritance, MRO, cooperation."""
class Root:
    def __init__(self, **kwargs):
        print('Root', sorted(kwargs))
        assert not kwargs

    def draw(self):
        assert not hasattr(super(), 'draw')
        return ['Root']


class Shape(Root):
    def __init__(self, shape, **kwargs):
        print('Shape', end=' ')
        self.shape = shape
        super().__init__(**kwargs)

    def draw(self):
        return ['Shape ' + self.shape] + super().draw()


class Coloured(Shape):
    def __init__(self, colour, **kwargs):
        print('Coloured', end=' ')
        self.colour = colour
        super().__init__(**kwargs)

    def draw(self):
        return ['Colour ' + self.colour] + super().draw()


class Movable:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def draw(self):
        return f'at {self.x},{self.y}'


class Adapter(Root):
    def __init__(self, x, y, **kwargs):
        self.movable = Movable(x, y)
        super().__init__(**kwargs)

    def draw(self):
        return [self.movable.draw()] + super().draw()


class Both(Coloured, Adapter):
    pass


b = Both(colour='red', shape='square', x=1, y=2)
print(b.draw(), [c.__name__ for c in Both.__mro__], Both.mro() == list(Both.__mro__))


class A:
    def who(self):
        return 'A'

    x = 'A.x'


class B(A):
    def who(self):
        return 'B' + super().who()


class C(A):
    x = 'C.x'

    def who(self):
        return 'C' + super().who()


class D(B, C):
    def who(self):
        return 'D' + super().who()


d = D()
print(d.who(), d.x, super(B, d).who(), B.who(d), super(D, d).x, D.__bases__, issubclass(D, A), isinstance(d, C), A.__subclasses__(), D.__base__)
for source in ('class X(A, B): pass', 'class X(A, A): pass', 'class P: pass\nclass Q: pass\nclass R(P, Q): pass\nclass S(Q, P): pass\nclass T(R, S): pass', 'class X(int, str): pass', 'class X(bool): pass', 'class X(type(None)): pass', 'class X(A()): pass', 'class X(range): pass', 'class X(type(lambda: 0)): pass', 'class X(slice): pass', 'class X(5): pass'):
    try:
        exec(source)
        print('fine')
    except TypeError as error:
        print(error)


class Number(int):
    def __new__(cls, value, unit=''):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __add__(self, other):
        return Number(int(self) + int(other), self.unit)

    def __repr__(self):
        return f'{int(self)}{self.unit}'


n = Number(5, 'kg')
print(n, n + 3, n * 2, type(n * 2), n == 5, [n], sum([n, n], Number(0, 'x')), hash(n) == hash(5), {5: 'a'}[n], isinstance(n, int), n.unit, f'{n:03d}', -n, n.real, bool(Number(0)), Number('7'), max(n, 3))


class Text(str):
    def __getitem__(self, index):
        return Text(super().__getitem__(index)) if isinstance(index, slice) else super().__getitem__(index)

    def upper(self):
        return Text('!' + super().upper())


t = Text('abc')
print(t.upper(), type(t.upper()).__name__, type(t[1:]).__name__, type(t + 'x').__name__, t == 'abc', {t: 1}['abc'], 'b' in t, len(t), t.join(['1', '2']), f'{t:>5}', '%s' % t, t.__class__.__mro__[1].__name__)


class Stack(list):
    push = list.append

    def peek(self):
        return self[-1]


s = Stack([1])
s.push(2)
print(s, s.peek(), s + [3], type(s + [3]).__name__, type(s.copy()).__name__, type(s[:]).__name__, s == [1, 2], Stack('ab'), isinstance(s, list))


class Defaults(dict):
    def __missing__(self, key):
        return f'<{key}>'

    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


m = Defaults(a=1)
m['b'] = 2
m.update(c=3)
print(m, m['zz'], m.get('zz'), '{x} {a}'.format_map(m), type(m | {}).__name__, dict(m), m.setdefault('d', 5), m['d'])


class Err(ValueError):
    def __init__(self, code, *args):
        super().__init__(code, *args)
        self.code = code


try:
    raise Err(5, 'detail')
except ValueError as error:
    print(repr(error), error.code, error.args, str(error), type(error).__mro__[1:3])
