"""Language reference 6.2: atoms."""
print((), (1,), (1), [1, *[2, 3], *()], {1, *{2}}, {**{'a': 1}, 'b': 2, **{'a': 3}}, [*range(3), *'ab'], (*[1],))
print([x * y for x in range(3) if x for y in range(x) if y or x], {k: v for k, v in zip('ab', [1, 2])}, {x % 2 for x in range(5)}, list(x for x in 'ab'))
print([[i for i in range(j)] for j in range(3)], [lambda: i for i in range(3)][0](), {1: 'a', 1: 'b'}, {1, 1.0, True})


class Private:
    def __init__(self):
        self.__x = 1
        self.__y__ = 2
        self._z = 3

    def __method(self):
        return self.__x

    class __Inner:
        pass

    def call(self):
        return self.__method(), self.__Inner.__name__, [self.__x for _ in 'a'], (lambda: self.__x)()


p = Private()
print(sorted(vars(p)), p.call(), hasattr(Private, '_Private__method'))


class _Lead:
    __a = 1


class __:
    __b = 2


print(_Lead._Lead__a, __.__b)


def trace(x):
    print('eval', x)
    return x


{trace('k1'): trace('v1'), trace('k2'): trace('v2')}
[trace(1), *[trace(2)], trace(3)]
{trace(n): 0 for n in [trace('outer')]}
for bad in ("[*1]", "{**1}", "{**[1]}", "{*1}", "(*1,)", "[x for x in 1]", "{[]: 1}", "{[]}", "f = 1; f(*1)", "print(**1)", "print(**{1: 2})", "dict(**{'a': 1}, a=2)"):
    try:
        exec(bad)
    except TypeError as error:
        print(bad, '->', error)
for bad in ("*a", "(*a)", "[x for x in a, b]", "(x for)", "{a: *b}", "{**a for a in b}", "[*a for a in b]", "print(x for x in a, 1)", "f(x for x in a, y for y in b)", "[x := 1 for x in a]", "[y for x in (y := a)]", "{x: y, z}",
            "[i for i in range(5) if (j := 0) for k in (j := 1)]", "(x, y for x in a)", "[x, y for x in a]", "{1:2, **a: 3}", "class A: [(j := 1) for i in range(2)]"):
    try:
        compile(bad, '<t>', 'exec')
        print(bad, 'fine')
    except SyntaxError as error:
        print(bad, '->', error.msg, error.offset)
print([last := n for n in range(5)], last, [(y := x ** 2, y + 1) for x in range(3)], any((witness := n) > 2 for n in range(9)), witness)
