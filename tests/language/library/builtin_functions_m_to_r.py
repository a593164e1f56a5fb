"""Library reference: built-in functions, map to round."""
print(list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(map(lambda *a: a, 'abc', 'de')), list(map(None.__eq__, [None])), next(map(abs, [-1])))
print(max(1, 3, 2), max([1, 3, 2]), max('a', 'b', key=ord), max([], default=5), max([1, -3], key=abs), min(3, 1), min('abc'), min([(1, 'b'), (1, 'a')]), max({1: 2, 3: 0}), max('apple', 'fig', key=len), min([5, 5.0]), max([5, 5.0]), max([1, 2], default=0))
for bad in (lambda: max(), lambda: max([]), lambda: max(5), lambda: max(1, 'a'), lambda: max(1, 2, default=3), lambda: min([], key=abs), lambda: max([1], nope=1), lambda: max(None), lambda: max([1, 2], key=5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
it = iter([1])
print(next(it), next(it, 'end'), next(it, None))
print(object() == object(), object().__class__, str(object())[:16], oct(64), ord('€'))
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 11), pow(2.0, 3), pow(-2, 3, 5), pow(2, 3, -5), pow(base=2, exp=3), pow(2, 3, mod=5), pow(0, 0), pow(10, 20, 7), pow(2, 1000, 10 ** 9 + 7), pow(-8, 1 / 3))
for bad in (lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5), lambda: pow('a', 2), lambda: pow(0, -1), lambda: pow(2, 3, 1.5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
import io
out = io.StringIO()
print(1, 'a', [2], sep='-', end='|', file=out)
print(file=out)
print(*'abc', sep='', file=out, flush=True)
print(None, sep=None, end=None, file=out)
print(repr(out.getvalue()))
for bad in (lambda: print('a', sep=5), lambda: print('a', end=5), lambda: print('a', file=5), lambda: print('a', nope=5)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(range(5), range(1, 5), range(0, 10, 3), range(5, 0, -2), list(range(5, 0, -2)), range(0), range(3)[-1], range(10)[2:5], range(0, 10, 2).index(4), range(5).count(2), 4 in range(0, 10, 2), range(3) == range(0, 3, 1), hash(range(0)) == hash(range(2, 1)), len(range(0, -10, -3)), range(10 ** 20)[-1], list(reversed(range(0, 10, 3))), range(1, 10, 2).stop, min(range(3, 9)), sum(range(101)))
for bad in (lambda: range(1.0), lambda: range(1, 2, 0), lambda: range('a'), lambda: range(3)[5], lambda: range(3).index(7), lambda: range(), lambda: range(3) + range(2), lambda: setattr(range(3), 'start', 1), lambda: range(3)['a'], lambda: range(3).index('a')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(repr('a\'b"c\n\t\\\x00é\u200b'), repr(b"a'b\xff"), repr(1.0), repr([1, (2,), {3: {4}}]), repr(frozenset({1})), repr(range(2)), repr(slice(1, 2)), repr(...), repr(int), repr(len), repr(type), repr({}.keys()), repr({1: 2}.items()), repr(bytearray(b'a')))
print(list(reversed('abc')), list(reversed([1, 2])), list(reversed({'a': 1, 'b': 2})), list(reversed({'a': 1}.items())), list(reversed(range(3))), list(reversed((1, 2))))
for bad in (lambda: reversed({1}), lambda: reversed(5), lambda: reversed(iter([]))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5), round(15, -1), round(25, -1), round(1e20), round(0.5), round(1.5, 0), round(-0.4), round(2.5, None), round(1.23456789, 5), round(10 ** 25 + 5, -1), round(True), round(5.015, 2), round(1e-10, 5), round(123.456, 1), round(99.995, 2), round(float('1e308'), -308))
for bad in (lambda: round('a'), lambda: round(float('nan')), lambda: round(float('inf')), lambda: round(1.5, 'a'), lambda: round(1.5, 1.5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(round(float('inf'), 2), round(float('nan'), 1), round(1.7976931348623157e308, 400), round(5e-324, 400))
