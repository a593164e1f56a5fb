"""Language reference 6.2.9: yield."""
def echo(value=None):
    print("Execution starts when 'next()' is called for the first time.")
    try:
        while True:
            try:
                value = (yield value)
            except Exception as e:
                value = e
    finally:
        print("Don't forget to clean up when 'close()' is called.")


generator = echo(1)
print(next(generator), next(generator), generator.send(5), repr(generator.throw(TypeError, "spam") if False else generator.throw(TypeError("spam"))))
generator.close()


def positions():
    x = yield
    y = yield x, 1
    z = [(yield y), (yield 2)]
    w = yield from inner(z)
    return w, (lambda: (yield))


def inner(z):
    got = yield ('inner', z)
    return got * 2


g = positions()
print(next(g), g.send('a'), g.send('b'), g.send('c'), g.send('d'))
try:
    g.send('e')
except StopIteration as stop:
    print(stop.value[0], stop.value[1]().__class__.__name__)


def delegate(it):
    try:
        result = yield from it
        print('result', result)
    except ValueError as error:
        print('caught', error)
        yield 'recovered'


print(list(delegate([1, 2])), list(delegate('ab')))


class Custom:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration('custom result')
        return self.n

    def send(self, value):
        print('send', value)
        return self.__next__()

    def throw(self, error):
        print('throw', repr(error))
        raise ValueError('from throw')

    def close(self):
        print('close')


d = delegate(Custom())
print(next(d), d.send('x'), d.throw(KeyError('k')))
d.close()
d = delegate(Custom())
next(d)
d.close()


def g_return():
    return 5
    yield


try:
    next(g_return())
except StopIteration as stop:
    print(repr(stop), stop.value)
fresh = echo()
for bad in (lambda: fresh.send(1), lambda: fresh.throw(5), lambda: fresh.throw(ValueError, 5, 6), lambda: fresh.send(), lambda: next(generator, 'default'), lambda: generator.send(1), lambda: generator.throw(KeyError('late'))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def ignores_close():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


i = ignores_close()
next(i)
try:
    i.close()
except RuntimeError as error:
    print(error)


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return 'closed value'


r = returns_on_close()
next(r)
print(r.close(), r.close())


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as error:
    print(error)


def pep479():
    yield 1
    next(iter([]))


try:
    list(pep479())
except RuntimeError as error:
    print(error, repr(error.__cause__))
for bad in ("yield 1", "class A: yield 1", "def f(): [(yield x) for x in a]", "async def f(): yield from a", "lambda: (yield)", "def f(x=(yield)): pass", "await x", "def f(): await x", "async def f(): return 1; yield",
            "def f(): async for x in y: pass", "[await x for x in y]", "async def f(): (yield)\nasync def g(): return (yield) + 1"):
    try:
        compile(bad, '<t>', 'exec')
        print(bad, 'fine')
    except SyntaxError as error:
        print(bad, '->', error.msg)
