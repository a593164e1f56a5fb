"""Language reference 6.2.4 to 6.2.8."""
print([x ** 2 for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in 'ab' for y in range(2)], {x: x * 2 for x in range(3)}, {len(w) for w in ('a', 'bb', 'cc')}, list(x for x in 'ab'), [[j for j in range(i)] for i in range(3)], [y for x in [[1, 2], [3]] for y in x], {**{k: v for k, v in zip('ab', [1, 2])}}, [*(x for x in range(2))], sum(x for x in range(5)), max((len(w), w) for w in ('aa', 'b')), dict((k, v) for k, v in [('a', 1)]), set(c for c in 'aab') == {'a', 'b'}, tuple(i for i in range(3)), ''.join(c.upper() for c in 'abc'), any(x > 3 for x in range(5)), all(x for x in []))


def trace(label, value):
    print(label, end=' ')
    return value


print([trace('elt', x) for x in trace('outer', [1, 2]) if trace('cond', x > 1)])
print({trace('k', k): trace('v', v) for k, v in trace('it', [(1, 2)])})
g = (trace('lazy', x) for x in trace('eager', range(2)))
print('made')
print(next(g), next(g, 'x'), next(g, 'end'), g.gi_frame, type(g).__name__, g.__name__)
try:
    (x for x in 5)
except TypeError as error:
    print(error)
h = (1 / x for x in [1, 0, 2])
print(next(h))
try:
    next(h)
except ZeroDivisionError as error:
    print(error, list(h))
x = 'outer'
print([x for x in range(2)], x, [lambda: x for x in range(2)][0](), [x for x in [x] for x in x])


class C:
    n = 3
    items = [i for i in range(n)]
    try:
        broken = [n for i in range(2)]
    except NameError as error:
        broken = str(error)
    gen = list(i * 2 for i in range(n))


print(C.items, C.broken, C.gen)


def scoped():
    total = 0
    parts = [total := total + v for v in range(5)]
    return parts, total, [(lambda: total)() for _ in range(1)], sorted(locals())


print(scoped())
print([i for i in range(5) if (half := i // 2) > 0], half, [a := 1, a + 1], [(b, b := b + 1) for b in [1]] if False else '', [[i for i in range(j)] for j in range(3) if j], {i: {j: i * j for j in range(2)} for i in range(2)})
print([f'{a}{b}' for a, b in zip('ab', 'cd')], [a for a, *_ in ['abc', 'def']], [d['k'] for d in [{'k': 1}]], [i for i, in [(1,), (2,)]], [(yield_,) for yield_ in 'a'], [x if x else 'none' for x in ('', 'a')], [*range(3), *(i for i in 'ab')], [i for i in (1, 2, 3)][::-1], {(i, j) for i in range(2) for j in range(2)} == {(0, 0), (0, 1), (1, 0), (1, 1)}, [not i for i in (0, 1)], [lambda k=k: k for k in range(2)][1](), [await_ for await_ in 'z'], list(map(lambda p: p[0] + p[1], ((i, i) for i in range(3)))))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [n for row in matrix for n in row if n % 2], [sum(row) for row in matrix], list(zip(*matrix)), [max(col) for col in zip(*matrix)])
for bad in ('[x for x in 1]', '[x y for x in z]', '[for x in y]', '[x for in y]', '[x for x y]', '{x: for x in y}', '{x: y for x in z, 1}', '[x async for x in y]', '(x for x in y) = 1', '[x for x in *y]', '[*x for x in y]', '{**x for x in y}', '[x for x in y if]', '[x for x in lambda: y]', '[x for x in yield]', '[x for 1 in y]', '[x for f() in y]', '[x for x in y else z]', '[(x for x in y)]', '[x for x in y, z]', 'f(x for x in y, 1)', 'f(1, x for x in y)', 'f(x for x in y for z in w)', '[x for x in a if b else c]', 'del [x for x in y]', '[i := 0 for i in y]', '[[i := 0 for j in y] for i in z]', '[x for x in (i := y)]'):
    try:
        eval(bad, {'y': [], 'z': [], 'w': []})
        print(bad, 'fine')
    except SyntaxError as error:
        print(bad, '->', error.msg)
    except Exception as error:
        print(bad, '->', type(error).__name__, error)
