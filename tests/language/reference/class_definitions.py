"""Language reference 8.8."""
class Empty: pass


class Doc:
    "docs"
    1 + 1
    value: int = 5
    for i in range(2):
        squares = i * i
    if value > 3:
        def method(self): return 'big'
    else:
        def method(self): return 'small'
    del i
    __private = 'mangled'
    _Doc__other = 'same'

    def get(self): return self.__private, self.__other

    class Nested:
        level = 2

        def up(self): return Doc.value

    lambda_attr = lambda self: self.value
    comprehension = [n for n in range(3)]
    generator = (n for n in 'ab')


d = Doc()
print(Doc.__doc__, Doc.squares, d.method(), hasattr(Doc, 'i'), d.get(), Doc.Nested().up(), d.lambda_attr(), Doc.comprehension, list(Doc.generator), Doc.__annotations__, Doc.Nested.__qualname__, sorted(k for k in vars(Doc) if not k.startswith('__')))


def decorator(tag):
    def apply(cls):
        cls.tags = [tag, *getattr(cls, 'tags', [])]
        return cls
    return apply


@decorator('outer')
@decorator('inner')
class Tagged(Empty):
    pass


print(Tagged.tags, Tagged.__mro__[1].__name__)


def make(base, **kw):
    class Made(base, **kw):
        origin = base.__name__

        def call(self):
            return super().__init__, __class__.__name__
    return Made


class Takes:
    def __init_subclass__(cls, **kw):
        cls.kw = kw


print(make(Takes, a=1).kw, make(list).origin, make(dict)({'k': 1}), make(Empty)().call()[1])
bases, kwargs = (Empty, Doc), {'metaclass': type}


class Star(*bases, **kwargs):
    pass


print(Star.__bases__, Star().value, type(Star))
x = 'global'


class Scope:
    x = x
    y = x + '!'
    x = 'class'

    def f(self):
        return x


print(Scope.x, Scope.y, Scope().f())


class Order:
    print('body runs')

    def __init__(self):
        print('init')


Order()


class A:
    def __init__(self, v): self.v = v
    def __add__(self, o): return type(self)(self.v + o.v)
    def __repr__(self): return f'{type(self).__name__}({self.v})'
    @classmethod
    def make(cls, *a): return cls(*a)
    @staticmethod
    def add(a, b): return a + b
    @property
    def double(self): return self.v * 2
    attr = property(lambda self: self._a, lambda self, v: setattr(self, '_a', v))


class B(A):
    def __init__(self, v, w=0):
        super().__init__(v)
        self.w = w


b = B.make(1, 2)
b.attr = 9
print(b + A(5), b.w, B.add(1, 2), b.double, b.attr, isinstance(b + b, B), B.__init__.__qualname__, b.__class__.make(7))
for source in ('class A(', 'class A:', 'class A pass', 'class A(x for x in y): pass', 'class A(*): pass', 'class A(a=1, b): pass', 'class A(**k, *a): pass', 'class A(a, a=1): pass', 'class A: x', 'class A(): pass', 'class A(B,): pass', 'class A[T](B): pass', 'class 5: pass', 'class A.B: pass', 'class A: return', 'class A: yield', 'class A(yield): pass', 'class A: await x', 'class A: break', 'class A(metaclass=M, metaclass=N): pass'):
    try:
        compile(source, '<t>', 'exec')
        print(repr(source), 'fine')
    except SyntaxError as error:
        print(repr(source), error.msg)
