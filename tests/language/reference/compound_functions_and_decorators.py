"""Language reference 8.7 and 8.8."""
def trace(label):
    print('make', label)

    def decorate(f):
        print('apply', label, getattr(f, '__name__', f))
        return f
    return decorate


@trace('outer')
@trace('inner')
def f(a: print('annotation a') = print('default a'), *, b: print('annotation b') = print('default b')) -> print('return annotation'):
    pass


@(lambda f: 'replaced')
def g():
    pass


decorators = [lambda f: ('zero', f), lambda f: ('one', f.__name__)]


@decorators[1]
def h():
    pass


print(g, h)


@trace('class')
class C(trace('base') and object, metaclass=type):
    print('body')


def f1(a, b=[], *c, d, e=5, **g):
    return a, b, c, d, e, g


import inspect
print(inspect.signature(f1), f1(1, d=2), f1(1, 2, 3, d=4, x=5))


def generic[T: int, *Ts, **P](x: T, *args: *Ts) -> T:
    return x


print(generic.__type_params__, generic.__annotations__, generic(5), generic.__type_params__[0].__bound__)


class Box[T]:
    item: T

    def get[U](self, default: U) -> T | U:
        return self.item


print(Box.__type_params__, Box.__orig_bases__, Box[int], Box.get.__annotations__, Box.__parameters__)


def outer():
    def inner():
        yield x
    x = 1
    gen = inner()
    x = 2
    return list(gen)


print(outer())


async def coro(*, x=1):
    return x


c = coro(x=5)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
for bad in ("def f(a, a): pass", "def f(a, *, a): pass", "def f(*): pass", "def f(*, **k): pass", "def f(/, a): pass", "def f(a, /, b, /): pass", "def f(a, *b, *c): pass", "def f(a, *b, /): pass", "def f(**k, a): pass", "def f(**k, *a): pass", "def f(a=1, b): pass", "def f(a, *, b=1, c): pass", "def f(a=1, /, b): pass", "def f(*a=1): pass", "def f(**a=1): pass", "def f(a: int, *args: int, **kw: int) -> int: pass", "def f((a, b)): pass", "def f(None): pass", "def f(a.b): pass", "def f(1): pass", "def f(a): global a", "def f[T, T](): pass", "def f[T: (yield)](): pass", "class A[T](x := 1): pass", "def f(): pass pass", "@\ndef f(): pass", "@x y\ndef f(): pass", "@f()()[0].x\ndef g(): pass", "def f(a, b):\npass", "def f()\n    pass", "def (a): pass", "def f(a,,b): pass", "async def f(): pass; await x", "async x = 1", "async with a: pass", "def f(*, a,): pass", "lambda *args, a: 1", "def f(a, /): pass", "def __debug__(): pass", "class None: pass", "class A: def f(): pass"):
    try:
        compile(bad, '<t>', 'exec')
        print(repr(bad), 'fine')
    except SyntaxError as error:
        print(repr(bad), '->', error.msg)
