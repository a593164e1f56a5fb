"""Language reference 6.12 to 6.14, 6.3.3."""
f = lambda x, /, y=2, *args, z, **kw: (x, y, args, z, kw)
print(f(1, z=3), f(1, 4, 5, 6, z=7, w=8), (lambda: (yield))().__class__.__name__, (lambda *, a=1: a)(), (lambda *a, **k: (a, k))(1, b=2))
print((lambda x: lambda y: x + y)(1)(2), sorted('bca', key=lambda c: -ord(c)), [(lambda x: x * 2)(n) for n in range(3)], (lambda: 1 if False else 2)())
if (n := len('abc')) > 2:
    print(n)
while (line := next(it := iter([5]), None)) is None:
    break
print(line, (y := 1, y + 1), [z := 1, z ** 2], (w := 5) + w, f'{(v := 7)}', f'{v:=5}', v)


def scope():
    [inner := i for i in range(3)]
    return inner


print(scope(), len(x := [1, 2]), x, {(k := 'a'): (val := 1)}, k, val)
seq = list(range(10))
print(seq[2:5], seq[:-3], seq[-3:], seq[::3], seq[::-2], seq[8:2:-2], seq[100:], seq[-100:2], seq[5:2], seq[:], seq[True:3], seq[None:2])
print('hello'[::-1], (1, 2, 3)[1:], b'abc'[1:], range(10)[2:8:2], range(10)[::-1], bytearray(b'abc')[:2])
s = list(range(6))
s[1:3] = 'abc'
s[:0] = [-1]
s[len(s):] = [99]
s[::4] = [0, 0, 0]
print(s)
del s[1:3], s[::2]
print(s)
s *= 2
s += 'x'
s[1:] = s[1:][::-1]
print(s)
for bad in ("s[::2] = [1]", "s[0:1] = 5", "s[::0]", "s['a':]", "del s[::0]", "s[1.0]", "s[1:2:3] = 5", "(1, 2)[0:1] = []", "'abc'[1:2] = 'x'"):
    try:
        exec(bad)
    except (TypeError, ValueError) as error:
        print(bad, '->', error)


class Idx:
    def __index__(self):
        return 2


print(seq[Idx():], seq[Idx()], 'abc'[Idx()], (1, 2, 3)[:Idx()], slice(Idx(), 5).indices(4))
print(slice(1, 2, 3), slice(None), slice(1, 2).start, slice(5).stop, slice(1, 2) == slice(1, 2, None), slice('a', 'b'))
try:
    slice(1, 2).start = 5
except AttributeError as error:
    print(error)
for bad in ("x := 5", "(a.b := 1)", "(a[0] := 1)", "f(a := 1, b=c := 2)", "lambda: x := 1", "def f(x=y := 1): pass", "(x := 1) = 2", "f(x for x in y := a)", "with open(x) as y := z: pass", "assert x := 1", "del (x := 1)", "lambda x, x: 1", "lambda *: 1", "lambda **k, a: 1", "lambda a=1, b: 1", "1 if 2", "1 if 2 else", "x = yield = 1", "a[]", "a[1:2:3:4]", "a.1", "a..b"):
    try:
        compile(bad, '<t>', 'exec')
        print(bad, 'fine')
    except SyntaxError as error:
        print(bad, '->', error.msg, error.offset)
