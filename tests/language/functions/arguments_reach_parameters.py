"""What a star unpacks goes by iteration, and how arguments reach parameters of every kind."""


class Reversed(tuple):
    def __iter__(self):
        return reversed(tuple(self[i] for i in range(len(self))))


def rest(*args):
    return args


def two(a, b=20, *args):
    return a, b, args


def simple(a, b=2, c=3):
    return a, b, c


def names(a, /, b=2, *, c=3, d):
    return a, b, c, d


class C:
    def rest(self, *args):
        return args

    def default(self, a, b="b"):
        return a, b

    def none(*args):
        return len(args)


values = (1, 2, 3)
print(rest(*values), rest(*values) is values, rest(*()), rest())
print(rest(*Reversed(values)), two(*Reversed(values)))
print(two(*values), two(*values[:2]), two(*values[:1]))
print(simple(*values), simple(*values[:2]), simple(*[1]), simple(*"ab"))
c = C()
print(c.rest(*values), c.default(*values[:1]), c.default(*values[:2]), c.none(*values), c.none())
print(C.rest(*(c, 1)), C.none(*()), C.none())
print(list(map(rest, values, "abc")), list(map(two, values, "abc", "def")))

print(names(1, d=4), names(1, 5, d=4), names(1, d=4, c=9), names(1, c=9, d=4, b=7))
print(simple(c=1, b=2, a=3), simple(1, c=5), simple(1, b=6))


def report(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)


report(lambda: names(1))
report(lambda: names(a=1, d=4))
report(lambda: names(1, 2, 3, d=4))
report(lambda: simple(1, a=2))
report(lambda: simple(1, x=2))
report(lambda: simple(*range(5)))
report(lambda: simple(*()))
report(lambda: two(*()))
report(lambda: c.default(*()))
report(lambda: c.default(*values))
report(lambda: rest(*5))
report(lambda: rest(x=1))
report(lambda: rest(*values, **{"x": 1}))


def many(a, b, c, d, e, f, g, h, i=1, j=2, k=3, l=4, m=5, n=6, o=7, p=8, q=9, r=10, s=11, t=12):
    return a + t, sum([b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s])


print(many(1, 2, 3, 4, 5, 6, 7, 8, t=100), many(h=1, g=2, f=3, e=4, d=5, c=6, b=7, a=8, q=0))


def closure(a, *args, b=1):
    return lambda *more: (a, args, b, more)


print(closure(1, 2, b=3)(*values), closure(*values)())


def numbers(*args):
    yield from args


print(list(numbers(*values)), sum(numbers(1, 2)))
simple.__defaults__ = (7,)
print(simple(1, 2), simple(*(1, 2)))
report(lambda: simple(1))
names.__kwdefaults__["d"] = "later"
print(names(1, c=0))
names.__kwdefaults__ = None
report(lambda: names(1, d=0))
