"""Language reference 7.5."""
x, y, z = 1, [0, 1, 2, 3, 4], {'a': 1, 'b': {'c': 2}}
del x
try:
    x
except NameError as error:
    print(error)
del y[0], y[-1], z['a'], z['b']['c']
print(y, z)
del y[:1]
del (y[0])
print(y)
a = b = c = d = e = 1
del (a, b), [c, (d, e)]
print([n for n in 'abcde' if n in globals()])


class Logged:
    def __init__(self):
        self.attr = 1

    def __delattr__(self, name):
        print('delattr', name)
        super().__delattr__(name)

    def __delitem__(self, key):
        print('delitem', key)

    def __del__(self):
        print('finalised')


o = Logged()
del o.attr, o[1], o['k'], o[1:2], o[..., 0]
alias = o
del o
print('one reference left')
del alias


def local():
    v = [1]
    del v[0]
    w = v
    del v
    try:
        return v
    except UnboundLocalError as error:
        return str(error), w


print(local())


def conditional(flag):
    value = 'x'
    if flag:
        del value
    try:
        return value
    except UnboundLocalError:
        return 'deleted'


print(conditional(True), conditional(False))


def closure():
    n = 1

    def get():
        return n
    first = get()
    del n
    try:
        get()
    except NameError as error:
        return first, str(error)


print(closure())
items = list(range(10))
del items[::3]
print(items)
del items[5:1], items[100:]
print(items)
for bad in ('del nope', 'del [1][5]', 'del (1, 2)[0]', 'del {}["k"]', 'del "abc"[0]', 'del len.x', 'del object.__init__', 'del int.real', 'del [1]["a"]', 'del 5 .x', 'del range(3)[0]', 'del [0, 1][::0]'):
    try:
        exec(bad)
    except Exception as error:
        print(bad, '->', type(error).__name__, error)
for source in ('del', 'del 5', 'del f()', 'del a + b', 'del a if b else c', 'del (a := 1)', 'del *a', 'del a, *b', 'del ()', 'del []', 'del (a)', 'del a,', 'del not a', 'del None', 'del x.None', 'del "s"', 'del [a, b.c, d[0]]', 'del {a}', 'del lambda: 0', 'del (x for x in y)', 'del __debug__', 'del await x', 'del a = 1', 'del a.b(c)', 'del -a'):
    try:
        compile(source, '<t>', 'exec')
        print(repr(source), 'fine')
    except SyntaxError as error:
        print(repr(source), error.msg)
