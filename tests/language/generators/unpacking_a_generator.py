def g():
    yield 1
    yield 2
    yield 3


a, b, c = g()
print(a, b, c)
first, *rest = g()
print(first, rest)
print(*g(), sep="-")
print([*g(), *g()], {*g()}, (*g(),))
try:
    a, b = g()
except ValueError as e:
    print(e)
try:
    a, b, c, d = g()
except ValueError as e:
    print(e)
