"""Library reference: built-in functions, enumerate to locals."""
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate(iterable='a', start=-1)), enumerate([]).__class__.__name__, list(enumerate('a', 10 ** 20)))
print(list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isupper, 'aBcD')), next(filter(None, [0]), 'none'))
print(float(), float(' 1.5 '), float('+1E6'), float('infinity'), float('-Inf'), float('nan'), float('1_000.5'), float(10 ** 15), float(True), float('٣.٥'), float(b'1.5'))
for bad in (lambda: float(''), lambda: float('1__0'), lambda: float('1e'), lambda: float('0x1'), lambda: float([]), lambda: float(1j), lambda: float('a' * 50), lambda: float(None), lambda: float('1.5\0')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(format(3.14159, '.2f'), format('a', '>5'), format(None), format([1], ''), format(5, 'b'), format(True, 'd'), format(1234567, ','), format(-5, '=+8,d') if False else format(-5, '=+8d'))
print(frozenset('aab') == {'a', 'b'}, frozenset(), frozenset([1]) | {2}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): 'x'}[frozenset([1])], type({1} | frozenset([2])).__name__, type(frozenset([2]) | {1}).__name__)


class A:
    x = 'class'

    def __getattr__(self, name):
        return f'dynamic {name}'


a = A()
print(getattr(a, 'x'), getattr(a, 'y'), getattr(A, 'y', 'default'), hasattr(a, 'zzz'), hasattr(A, 'zzz'), 'a' in globals(), globals()['a'] is a, globals() is globals())
print(hash('a') == hash('a'), hash(1.0), hash(2 ** 61), hash(-2), hash(-1), hash(0.5), hash(float('inf')), hash(float('-inf')), hash(None) == hash(None), hash((1, 2)) == hash((1, 2)), hash(1j), hash(10 ** 100), hash(-10 ** 100), hash(1.5), hash(1e300), hash(3 + 4j))
print(int(), int(3.99), int(-3.99), int('  12  '), int('-0b11', 2), int('0o17', 8), int('0xFF', 16), int('zz', 36), int('1_0'), int(True), int('٣'), int(b'12'), int(1e20), int('0', 0), int('0x10', 0), int('-0o7', 0))
for bad in (lambda: int(''), lambda: int('1.5'), lambda: int('0x1'), lambda: int('08', 0), lambda: int('2', 2), lambda: int('1', 1), lambda: int('1', 37), lambda: int(1, 2), lambda: int(None), lambda: int([]), lambda: int('1__0'), lambda: int('_1'), lambda: int(float('inf')), lambda: int('1', 'a'), lambda: int(base=5), lambda: int('9' * 5000), lambda: str(10 ** 5000), lambda: int(1j), lambda: int('a', 10), lambda: int('é')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error)[:100])
print(isinstance(1, int), isinstance(True, (str, int)), isinstance(1, int | str), isinstance([], list | None), isinstance(None, None | int), issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, int | str), isinstance(1, ()), isinstance(int, type))
for bad in (lambda: isinstance(1, 5), lambda: isinstance(1, 'int'), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1, list[int]), lambda: isinstance(1, (int, 5)), lambda: isinstance('a', (int, 5)), lambda: isinstance([], list[int] | str)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
it = iter([1, 2, 3])
print(iter(it) is it, list(iter(lambda: next(it, 0), 3)), list(it), len('abc'), len({1: 2}), len(range(10 ** 6)), len(b'ab'))
try:
    len(range(10 ** 30))
except OverflowError as error:
    print(error)
print(list(), list('ab'), list({'a': 1}), list(range(3)), list((1, 2)), list({5}), [list(x) for x in zip('ab', 'cd')])


def f(a, b=2):
    c = 3
    return locals()


class L:
    x = 1
    names = sorted(k for k in locals() if not k.startswith('__'))


print(f(1), L.names, id(a) == id(a), id([]) == id(None))
