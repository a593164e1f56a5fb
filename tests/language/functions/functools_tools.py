from functools import (
    cache,
    cmp_to_key,
    lru_cache,
    partial,
    reduce,
    singledispatch,
    total_ordering,
    wraps,
)

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], "start"))
p = partial(print, "a", sep="-")
p("b", "c")
print(p.args, p.keywords)


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info())


def deco(f):
    @wraps(f)
    def inner():
        pass

    return inner


@deco
def named():
    "doc"


print(named.__name__, named.__doc__, named.__wrapped__.__name__)


@singledispatch
def show(x):
    return "object"


@show.register
def _(x: int):
    return "int"


@show.register(list)
def _(x):
    return "list"


print(show(1), show([]), show("s"), show(True))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
