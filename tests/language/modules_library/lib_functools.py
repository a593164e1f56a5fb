"""functools beyond partial: caches, ordering, dispatch."""
import functools
from functools import cache, cached_property, lru_cache, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps


def traced(function):
    @wraps(function)
    def wrapper(*args):
        "wrapper doc"
        print("call", function.__name__, args)
        return function(*args)
    return wrapper


@traced
def add(a, b):
    "adds"
    return a + b


print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__(3, 4))


@lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x


print([square(x) for x in (1, 2, 1, 3, 2)], square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().hits)


@total_ordering
class Grade:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return self.value < other.value


a, b = Grade(1), Grade(2)
print(a <= b, a > b, a >= b, a != b, sorted([b, a])[0].value)


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print("area!")
        return 3 * self.r ** 2

    def _set(self, name, value):
        setattr(self, name, value)

    grow = partialmethod(_set, "r")


c = Circle(2)
print(c.area, c.area, c.__dict__)
c.grow(5)
print(c.r, Circle.__dict__["grow"])


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


@show.register(float | str)
def _(x):
    return f"float or str {x}"


print(show(1), show([1]), show("s"), show(2.5), show(None), show(True))
print(show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry))


class Formatter:
    @singledispatchmethod
    def format(self, x):
        return repr(x)

    @format.register
    def _(self, x: int):
        return hex(x)


print(Formatter().format(255), Formatter().format("z"))
print(reduce(lambda a, b: a * b, range(1, 6)), functools.cmp_to_key(lambda a, b: b - a)(1) > functools.cmp_to_key(lambda a, b: b - a)(2))
for bad in (lambda: lru_cache(maxsize="x"), lambda: singledispatch(len)(), lambda: show.register(5, print)):
    try:
        bad()
    except TypeError as error:
        print(error)
