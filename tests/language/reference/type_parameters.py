"""Language reference 8.10: type parameter lists and aliases."""
from typing import Generic, TypeVar


def first[T](items: list[T]) -> T:
    return items[0]


def bounded[T: (int, str), U: float = float, *Ts, **P](a: T, b: U, *args: *Ts) -> T:
    return a


class Stack[T]:
    items: list[T]

    def __init__(self):
        self.items = []

    def push(self, item: T) -> 'Stack[T]':
        self.items.append(item)
        return self

    def map[R](self, f) -> 'Stack[R]':
        out = Stack[R]()
        for i in self.items:
            out.push(f(i))
        return out


class Child[K, V](Stack[V], dict):
    pass


class Default[T = int]:
    pass


type Pair[A, B] = tuple[A, B]
type Tree = int | list[Tree]
type Lazy = undefined_until_later
print(first([1, 2]), first.__type_params__, bounded.__type_params__, [type(p).__name__ for p in bounded.__type_params__], bounded(1, 2.0))
T, U, Ts, P = bounded.__type_params__
print(T.__constraints__, T.__bound__, U.__bound__, U.__default__, T.__infer_variance__, T.__covariant__, Ts.__name__, P.__name__, U.has_default(), T.has_default())
s = Stack[int]().push(1).push(2)
print(s.items, s.map(str).items, Stack.__type_params__, Stack.__parameters__, Stack.__orig_bases__, Stack[int], Stack.__mro__, Child.__parameters__, Child[str, int], issubclass(Child, dict), Default[int], Default.__type_params__[0].__default__)
print(Pair, Pair.__name__, Pair.__type_params__, Pair[int, str], Pair.__value__, Tree.__value__, Pair[int, str].__origin__ is Pair, Pair[int, str].__args__, repr(Tree), Tree.__module__, isinstance(Pair[int, str], type(list[int])))
try:
    Lazy.__value__
except NameError as error:
    print(error)
undefined_until_later = str
print(Lazy.__value__)


def scopes[T](x: T):
    T = 5
    return T


print(scopes(1))


class Outer[T]:
    def method(self, x: T) -> T:
        return T

    attr = T if True else None

    class Inner[U]:
        pair = (T, U) if False else 'inner'


print(Outer().method(1), Outer.attr, Outer.Inner.pair, Outer.method.__annotations__, Outer.Inner.__qualname__, first.__qualname__)
for bad in (lambda: Stack[int, str], lambda: Pair[int], lambda: isinstance(1, Pair), lambda: Tree[int], lambda: Pair(), lambda: setattr(Pair, '__name__', 'x'), lambda: Tree | int, lambda: Stack[int](1), lambda: T(), lambda: type('X', (Pair,), {})):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for source in ('def f[T, T](): pass', 'class A[T: (yield)]: pass', 'type X[T](x) = 1', 'def f[T](T): nonlocal T', 'def f[*T: int](): pass', 'type X = (yield)', 'def f[T = int, U](): pass', 'class A[](): pass', 'def f[T:](): pass', 'type X', 'type X[T] =', 'def f[1](): pass', 'class A[T](x := T): pass', 'type int.x = 5', 'def f[T](x=T): pass', 'lambda[T]: 0', 'type type = type'):
    try:
        compile(source, '<t>', 'exec')
        print(repr(source), 'fine')
    except SyntaxError as error:
        print(repr(source), error.msg)
old = TypeVar('old')


class Legacy(Generic[old]):
    pass


print(Legacy[int], Legacy.__parameters__, Legacy.__type_params__)
