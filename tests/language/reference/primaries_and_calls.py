"""Language reference 6.3: primaries, calls, evaluation order of arguments."""
def t(x):
    print('<', x, '>', end=' ')
    return x


def f(*args, **kwargs):
    return args, kwargs


print(f(t(1), *[t(2), t(3)], t(4), a=t(5), **{'b': t(6)}, c=t(7)))
print(f(*'ab', *[], x=1, *[9]), f(**{}, **{'k': 1}))
for bad in (lambda: f(a=1, **{'a': 2}), lambda: f(**{'a': 1}, **{'a': 2}), lambda: f(**[1]), lambda: f(*None), lambda: f(**{1: 2}), lambda: None(), lambda: 'a'(), lambda: f()()):
    try:
        bad()
    except TypeError as error:
        print(error)


def required(a, b, /, c, *, d, e=5):
    return a, b, c, d, e


for arguments, keywords in (((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3), {'d': 4}), ((1, 2, 3, 4), {'d': 4}), ((1, 2), {'c': 3, 'd': 4, 'x': 1}), ((1,), {'b': 2, 'c': 3, 'd': 4}), ((1, 2, 3), {'c': 3, 'd': 4}), ((), {'d': 1}), ((1, 2, 3, 4, 5), {})):
    try:
        print(required(*arguments, **keywords))
    except TypeError as error:
        print(error)


def suggest(first_name, last_name=None):
    pass


for call in (lambda: suggest('a', lastname='b'), lambda: suggest(frist_name=1), lambda: print('a', seperator=1), lambda: sorted([1], revers=True), lambda: int('1', bse=2), lambda: max(1, 2, ky=3), lambda: len(), lambda: len(1, 2), lambda: len(obj=[]), lambda: isinstance(1), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: 'a'.join(), lambda: 'a'.split(1, 2, 3), lambda: ''.split(sp=1), lambda: range(), lambda: range(1, 2, 3, 4), lambda: dict(1, 2), lambda: list(1, 2), lambda: str(1, 2, 3, 4), lambda: open(), lambda: zip(1), lambda: enumerate(), lambda: enumerate(5), lambda: map(1), lambda: filter(None), lambda: getattr(1), lambda: getattr(1, 2), lambda: hasattr(1, 2), lambda: sum(), lambda: sum(['a']), lambda: chr('a'), lambda: chr(-1), lambda: ord('ab'), lambda: ord(5), lambda: abs(), lambda: round(), lambda: pow(1), lambda: divmod(1), lambda: iter(), lambda: iter(1, 2), lambda: next(), lambda: bytes('a'), lambda: bytes(-1), lambda: bytes([256]), lambda: bytearray(5.5), lambda: set(5), lambda: frozenset(1, 2), lambda: slice(), lambda: type(1, 2), lambda: super().x, lambda: object().x, lambda: property().x, lambda: classmethod(), lambda: staticmethod(1, 2)):
    try:
        print(call())
    except (TypeError, ValueError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, error)


class Callable:
    def __call__(self, *args, **kwargs):
        return 'called', args, kwargs


c = Callable()
print(c(1, k=2), callable(c), callable(5), callable(Callable), c.__call__(3))
x = [1, 2, 3]
print(x[t(0)] + x[t(1)] * x[t(2)], (t(1), t(2))[t(0)], t(1) < t(2) < t(0), t(5) if t(0) else t(6))
x[t(0)], x[t(1)] = t('a'), t('b')
print(x)
