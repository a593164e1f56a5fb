def deco(name):
    print("make", name)

    def wrap(f):
        print("apply", name)

        def inner(*a, **k):
            print("enter", name)
            return f(*a, **k)

        return inner

    return wrap


@deco("a")
@deco("b")
def f(x):
    return x * 2


print(f(4))


@lambda f: "replaced"
def g():
    pass


print(g)
