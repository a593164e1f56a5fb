"""Library reference: functools."""
import functools
from functools import *


@cache
def factorial(n):
    print('computing', n)
    return n * factorial(n - 1) if n else 1


print(factorial(3), factorial(5), factorial.cache_info())


@lru_cache(maxsize=2)
def square(x):
    return x * x


for n in (1, 2, 1, 3, 2, 1):
    square(n)
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())


@lru_cache(typed=True)
def kind(x, y=0):
    return type(x).__name__


print(kind(1), kind(1.0), kind(1, y=0), kind.cache_info())
try:
    square([])
except TypeError as error:
    print(error)
try:
    lru_cache(maxsize='a')
except TypeError as error:
    print(error)


class Data:
    def __init__(self, items):
        self.items = items

    @cached_property
    def total(self):
        """Total of items."""
        print('summing')
        return sum(self.items)


d = Data([1, 2, 3])
print(d.total, d.total, vars(d), Data.total.__doc__, type(Data.total).__name__)
del d.total
print(d.total)
d.total = 100
print(d.total)
try:
    class Bad:
        __slots__ = ()

        @cached_property
        def p(self):
            return 1
    Bad().p
except TypeError as error:
    print(error)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a != b, sorted([b, a], reverse=True)[0].n)
try:
    a <= 5
except TypeError as error:
    print(error)
try:
    @total_ordering
    class None_:
        pass
except ValueError as error:
    print(error)
basetwo = partial(int, base=2)
basetwo.__doc__ = 'Convert base 2 string to an int.'
print(basetwo('10010'), basetwo.func, basetwo.args, basetwo.keywords, partial(print, 1, sep='-'), partial(partial(max, 1), 2)(3), partial(partial(max, 1), 2).args)
p = partial(lambda *a, **k: (a, k), 1, x=2)
print(p(3, y=4), p(x=5), p.__class__.__name__, hasattr(p, '__name__'))
p.attribute = 'set'
print(p.attribute)
for bad in (lambda: partial(), lambda: partial(5), lambda: reduce(lambda a, b: a, []), lambda: reduce(1, [1, 2]), lambda: reduce(lambda a, b: a), lambda: cmp_to_key(), lambda: wraps()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, state=False)


c = Cell()
c.set_alive()
print(c.alive, Cell.set_dead(c), c.alive, repr(Cell.__dict__['set_alive'])[:28])
print(reduce(lambda x, y: x * 10 + y, [1, 2, 3]), reduce(lambda x, y: x + y, [], 'init'), reduce(max, [3, 1, 2], 5), sorted('bca', key=cmp_to_key(lambda a, b: (a < b) - (a > b))), cmp_to_key(lambda a, b: 0)(1) == cmp_to_key(lambda a, b: 0)(1))
try:
    hash(cmp_to_key(lambda a, b: 0)(1))
except TypeError as error:
    print(error)


@singledispatch
def show(arg, verbose=False):
    return f'object {arg!r}'


@show.register
def _(arg: int, verbose=False):
    return f'int {arg}' + (' verbose' if verbose else '')


@show.register(list)
@show.register(tuple)
def _(arg, verbose=False):
    return f'sequence of {len(arg)}'


@show.register
def _(arg: float | complex, verbose=False):
    return 'number'


show.register(type(None), lambda arg, verbose=False: 'nothing')
print(show('a'), show(1), show(True, verbose=True), show([1]), show((1, 2)), show(1.5), show(1j), show(None), show.dispatch(bool).__name__, sorted(t.__name__ for t in show.registry))
for bad in (lambda: show(), lambda: show.register(5), lambda: show.register(lambda x: x), lambda: singledispatch(5) if False else show.register('a', 1)):
    try:
        print(bad())
    except TypeError as error:
        print(str(error).split(' at 0x')[0])


class Neg:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError('Cannot negate a')

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    @classmethod
    def _(cls, arg: bool):
        return not arg


print(Neg().neg(5), Neg().neg(True))
try:
    Neg().neg('a')
except NotImplementedError as error:
    print(error)


def logged(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        """Wrapper's docs."""
        return f(*args, **kwargs)
    return wrapper


@logged
def example(a: int) -> str:
    """Docs."""


print(example.__name__, example.__doc__, example.__annotations__, example.__wrapped__.__name__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
