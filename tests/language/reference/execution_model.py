"""Language reference 4: naming, binding, exceptions."""
x = 'global'


def f():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 'local'


f()


class Scope:
    y = 1
    z = [y for _ in range(2)] if False else y

    def get(self):
        try:
            return y
        except NameError as error:
            return str(error)


print(Scope().get())
exec("a = 1\nb = a + 1", namespace := {})
print(sorted(k for k in namespace if k != '__builtins__'), namespace['b'])
print(eval('x + "!"'), eval('x', {'x': 'given'}), eval('x', {'x': 1}, {'x': 2}))


def with_exec():
    local = 1
    exec('local = 2; new = 3')
    try:
        new
    except NameError as error:
        print(error)
    return local, sorted(locals())


print(with_exec())


def snapshot():
    a = 1
    before = locals()
    b = 2
    before['a'] = 100
    return a, before, locals() is before, locals()


print(snapshot())


def cells():
    def get():
        return value
    def set(new):
        nonlocal value
        value = new
    value = 0
    return get, set


get, set_ = cells()
set_(5)
print(get())
import builtins
builtins.extra = 'from builtins'
print(extra)
len = lambda x: 'shadowed'
print(len([]))
del len
print(len([]))
try:
    del len
except NameError as error:
    print(error)
for i in range(3):
    pass
print(i, [i for i in 'ab'], i)
try:
    raise ValueError('v')
except ValueError as e:
    caught = e
try:
    e
except NameError as error:
    print(error)
print(caught)
print([(lambda: v)() for v in range(3)], [f() for f in [lambda: v for v in range(3)]])


def default_time(value=x):
    return value


x = 'changed'
print(default_time(), (lambda: x)())


class Outer:
    name = 'outer'

    class Inner:
        name2 = name = 'inner'

    def method(self):
        class Local:
            seen = self
        return Local.seen is self, Local.__qualname__


print(Outer().method(), Outer.Inner.__qualname__)
import sys
def depth(n):
    return depth(n + 1)
try:
    depth(0)
except RecursionError as error:
    print(error)
print(sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    print(repr(sys.exception()), sys.exc_info()[0])
