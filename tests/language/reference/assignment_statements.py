"""Language reference 7.2."""
x = y = z = []
x.append(1)
print(y, x is z)
a, b = 1, 2
a, b = b, a
[c, (d, *e)] = 1, 'xyz'
print(a, b, c, d, e)
*a, b = 'hello'
a, *b = [1]
print(a, b)
(a, b), c = [1, 2], 3
first, *_, last = range(10)
print(a, b, c, first, last, _)
i = 0
i, x[i] = 0, 'set'
print(i, x)
x = [0, 1]
i = 0
i, x[i] = 1, 2
print(i, x)


class Rec:
    def __setattr__(self, name, value):
        print('setattr', name, value)

    def __setitem__(self, key, value):
        print('setitem', key, value)

    def __getitem__(self, key):
        print('getitem', key)
        return 10

    def __getattr__(self, name):
        print('getattr', name)
        return 5


r = Rec()
r.a, r[0], (r.b, *r.c) = 1, 2, 'xyz'
r.a += 1
r['k'] *= 2
r[0:1] = 'slice'
r.x = r.y = 3


class C:
    x = 3


inst = C()
inst.x = inst.x + 1
print(inst.x, C.x)
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "[a, b] = {}", "a, b = None", "*a, = 5", "(a, b), c = 1, 2", "a, b = 'x'", "a, b = {1: 2}", "for a, b in [1]: pass", "[a for a, b in [(1, 2, 3)]]", "a, b, *c = iter([1])"):
    try:
        exec(bad)
    except (TypeError, ValueError) as error:
        print(bad, '->', error)
for bad in ("*a = 1", "a, *b, *c = 1", "f() = 1", "1 = a", "a + b = 1", "'a' = 1", "(a, 1) = 2", "a if b else c = 1", "[x for x in y] = 1", "lambda: x = 1", "None = 1", "a = None = 1", "x.None = 1", "__debug__ = 1", "a, b += 1", "f() += 1", "(a) += 1", "[a] += 1", "a: int, b: int = 1", "(a, b): int", "a: int: str", "a.b: int = 1\na[0]: int\n(c): int = 1", "x = *a", "x = *a, *b\n", "x: tuple = *a, 1", "x += *a,", "return = 1", "a = b := 1", "not a = 1", "a < b = 1", "-a = 1", "await x = 1", "f'{x}' = 1", "{} = 1", "{a} = 1", "... = 1", "() = []", "[] = ()", "(a.b) = 1", "for f() in x: pass", "for 1 in x: pass", "with a as 1: pass", "with a as f(): pass", "import a.b as c.d", "del f()", "del a + b", "del *a", "del (a, [b])", "del 1", "del a, (b, c)", "(x) = (y) = 1", "x, = 1,"):
    try:
        compile(bad, '<t>', 'exec')
        print(bad, 'fine')
    except SyntaxError as error:
        print(bad, '->', error.msg)
count: int = 5
nothing: str
print(__annotations__, count)
try:
    nothing
except NameError as error:
    print(error)


def local_annotation():
    value: undefined_name = 1
    other: also_undefined
    return value


print(local_annotation(), local_annotation.__annotations__)


class Annotated:
    a: int
    b: 'text' = 1
    c.d: print('evaluated') = 1 if False else 2


print(Annotated.__annotations__)
