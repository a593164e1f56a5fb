"""Decorators of every kind, and dispatch on types."""
import asyncio
import functools
import inspect


def count_calls(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


def repeat(times=2, /, *, sep=' '):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            return sep.join(str(f(*args, **kwargs)) for _ in range(times))
        return wrapper
    return decorate


def optional(f=None, *, label='none'):
    if f is None:
        return functools.partial(optional, label=label)

    @functools.wraps(f)
    def wrapper(*a):
        return label, f(*a)
    return wrapper


class Memo:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.cache = f, {}

    def __call__(self, *args):
        if args not in self.cache:
            self.cache[args] = self.f(*args)
        return self.cache[args]

    def __get__(self, obj, owner=None):
        return self if obj is None else functools.partial(self, obj)


def timed(f):
    if inspect.iscoroutinefunction(f):
        @functools.wraps(f)
        async def wrapper(*a):
            return 'async', await f(*a)
    else:
        @functools.wraps(f)
        def wrapper(*a):
            return 'sync', f(*a)
    return wrapper


@count_calls
@repeat(3, sep='-')
def hi(name='x'):
    """Says hi."""
    return f'hi {name}'


@optional
def plain(x):
    return x


@optional(label='L')
def labelled(x):
    return x


class Thing:
    n = 2

    @Memo
    def power(self, e):
        print('computing')
        return self.n ** e

    @count_calls
    def method(self):
        return self.n


@timed
async def later(x):
    return x


@timed
def now(x):
    return x


t = Thing()
print(hi(), hi('you'), hi.calls, hi.__name__, hi.__doc__, hi.__wrapped__.__wrapped__('z'), inspect.signature(hi), plain(1), labelled(2), t.power(3), t.power(3), Thing.power.__name__, t.method(), Thing.method.calls, asyncio.run(later(1)), now(2), inspect.iscoroutinefunction(later))


@functools.singledispatch
def describe(x):
    return 'thing'


@describe.register
def _(x: int | float):
    return 'number'


@describe.register(str)
@describe.register(bytes)
def text(x):
    return 'text'


@describe.register
def _(x: list):
    return f'list of {", ".join(sorted({describe(i) for i in x}))}'


class Base:
    pass


class Derived(Base, str):
    pass


describe.register(Base, lambda x: 'base')
from collections.abc import Mapping, Sized
describe.register(Mapping, lambda x: 'mapping')
describe.register(Sized, lambda x: 'sized')
print(describe(1), describe(True), describe('a'), describe(b''), describe([1, 'a', None]), describe(Base()), describe(Derived()), describe({}), describe(set()), describe(None), describe.dispatch(dict)({}), text('x'), len(describe.registry))
for bad in (lambda: describe(), lambda: describe.register('x'), lambda: describe.register(lambda x: x)):
    try:
        print(bad())
    except TypeError as error:
        print(str(error).split(' at 0x')[0])


def enforce(**kinds):
    def decorate(cls):
        original = cls.__init__

        def __init__(self, *args, **kwargs):
            original(self, *args, **kwargs)
            for name, kind in kinds.items():
                if not isinstance(getattr(self, name), kind):
                    raise TypeError(f'{cls.__name__}.{name} is no {kind.__name__}')
        cls.__init__ = __init__
        return cls
    return decorate


@enforce(x=int)
class Point:
    def __init__(self, x):
        self.x = x


print(Point(1).x)
try:
    Point('1')
except TypeError as error:
    print(error)
