def f():
    raise ValueError("plain")

def g():
    x = f()
    return x

g()
