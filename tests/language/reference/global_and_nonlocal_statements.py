"""Language reference 7.12 and 7.13."""
counter = 0


def bump(by=1):
    global counter, made
    counter += by
    made = f'made {counter}'
    return counter


print(bump(), bump(4), counter, made)


def outer():
    a, b = 1, [2]

    def middle():
        nonlocal a
        c = 'c'

        def inner():
            nonlocal a, c
            global counter
            a += 1
            c += '!'
            counter = -1
            b.append(a)
            return a, b, c
        return inner(), inner(), c
    return middle(), a, b


print(outer(), counter)


class K:
    global in_class
    in_class = 5
    local = 6


print(in_class, hasattr(K, 'in_class'), K.local)
exec('global g\ng = 7', ns := {})
print(ns['g'])


def shadows():
    print = lambda *a: 'shadowed'
    return print(1)


print(shadows())


def loop_var():
    for counter in range(3):
        pass
    return counter


print(loop_var(), counter)


def deleting():
    global made
    del made
    try:
        return made
    except NameError as error:
        return str(error)


print(deleting())
for source in ('def f():\n    x = 1\n    global x', 'def f(x):\n    global x', 'def f():\n    nonlocal x', 'nonlocal x', 'def f():\n    global x\n    nonlocal x', 'def f():\n    print(x)\n    global x', 'def f():\n    def g():\n        nonlocal y\n', 'def f():\n    for x in y: pass\n    global x', 'def f():\n    import x\n    global x', 'def f():\n    def x(): pass\n    global x', 'def f():\n    class x: pass\n    global x', 'def f():\n    with a as x: pass\n    global x', 'def f():\n    x: int = 1\n    global x', 'def f():\n    global x\n    x: int = 1', 'def f():\n    [x for x in y]\n    global x', 'def f():\n    (x := 1)\n    global x', 'def f():\n    global x, x', 'class A:\n    nonlocal z', 'def f():\n    x = 1\n    class A:\n        nonlocal x\n        x = 2', 'def f():\n    try: pass\n    except E as x: pass\n    global x', 'global __debug__', 'def f():\n    global f'):
    try:
        compile(source, '<t>', 'exec')
        print(repr(source), 'fine')
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno)
