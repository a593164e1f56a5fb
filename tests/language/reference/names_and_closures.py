"""Language reference 4.2: binding of names in closures, classes, comprehensions."""
x = 'module'


def outer():
    x = 'outer'

    def middle():
        def inner():
            nonlocal x
            x += '!'
            return x
        return inner

    class Local:
        x = 'class'
        y = x

        def method(self):
            return x

        z = [x for _ in range(1)]

    first = middle()
    return first(), first(), Local.y, Local().method(), Local.z, x


print(outer())


def counter():
    count = 0

    def up(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = 0

    up.reset = reset
    return up


c = counter()
print(c(), c(5), c.reset(), c(), c.__closure__[0].cell_contents, c.__code__.co_freevars)


def loops():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    gs = [lambda i=i: i for i in range(3)]
    hs = [(lambda j: lambda: j)(i) for i in range(3)]
    return [f() for f in fs], [g() for g in gs], [h() for h in hs]


print(loops())


def recursive():
    def fact(n):
        return n * fact(n - 1) if n else 1
    return fact(10)


print(recursive())


class Meta(type):
    flag = 'meta'


class WithMeta(metaclass=Meta):
    def get(self):
        return __class__.flag, __class__.__name__


print(WithMeta().get())


def comprehension_scopes():
    y = 5
    squares = [y * y for y in range(3)]
    nested = [[a + b for b in range(a)] for a in range(4)]
    gen = (y for _ in range(1))
    y = 6
    return squares, nested, y, list(gen)


print(comprehension_scopes())


def delayed():
    def use():
        return value
    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    value = 1
    return use()


print(delayed())


def global_in_nested():
    def setter():
        global created
        created = 'by nested'
    setter()
    return created


print(global_in_nested(), created)


def exec_scopes():
    a = 1
    ns = {}
    exec('b = a + 1', {'a': 10}, ns)
    exec('def f(): return a', ns)
    try:
        ns['f']()
    except NameError as error:
        print(error)
    return ns['b'], eval('[a for _ in range(2)]', {'a': 7})


print(exec_scopes())


def star_locals(*args, **kwargs):
    later = 1
    return sorted(locals())


print(star_locals(1, k=2))
for name in ('x',):
    def f(default=name):
        return default, name
name = 'changed'
print(f())


def try_scope():
    try:
        raise ValueError('v')
    except ValueError as e:
        kept = e
    try:
        return e
    except UnboundLocalError as error:
        return str(error), kept.args


print(try_scope())
print([a for a in 'ab' for b in 'cd' if (last := a + b)], last)


def deep(n):
    if n == 0:
        return lambda: 0
    inner = deep(n - 1)
    return lambda: inner() + n


print(deep(50)())


class Shadow:
    list = [1, 2]

    def list_method(self, list=list):
        return list


print(Shadow().list_method(), list('ab'))
