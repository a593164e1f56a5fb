"""Tutorial 9.2: scopes and namespaces."""
def scope_test():
    def do_local():
        spam = "local spam"

    def do_nonlocal():
        nonlocal spam
        spam = "nonlocal spam"

    def do_global():
        global spam
        spam = "global spam"

    spam = "test spam"
    do_local()
    print("After local assignment:", spam)
    do_nonlocal()
    print("After nonlocal assignment:", spam)
    do_global()
    print("After global assignment:", spam)


scope_test()
print("In global scope:", spam)
x = "module"


class K:
    x = "class"
    seen = [x for _ in range(1)]
    direct = x

    def method(self):
        return x


print(K.seen, K.direct, K().method())


def late():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


print([f() for f in late()[0]], [f() for f in late()[1]])


def unbound():
    print(x)
    x = 1


for bad in (unbound,):
    try:
        bad()
    except UnboundLocalError as error:
        print(error)


def free():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(error)
    later = 1
    print(inner())
    del later
    try:
        inner()
    except NameError as error:
        print(error)


free()
for source in ("nonlocal y", "def f():\n    nonlocal nothing\n", "def f(a):\n    global a\n", "def f():\n    y = 1\n    global y\n",
               "def f():\n    print(y)\n    nonlocal y\n"):
    try:
        exec(source)
    except SyntaxError as error:
        print(error.msg, error.lineno)
print('x' in globals(), 'scope_test' in dir(), 'print' in dir(__builtins__))
