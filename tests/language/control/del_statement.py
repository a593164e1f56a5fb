x = [1, 2, 3, 4, 5]
del x[0], x[-1]
print(x)
del x[::2]
d = {"a": 1, "b": 2}
del d["a"]


class A:
    pass


a = A()
a.z = 1
del a.z
print(x, d, hasattr(a, "z"))


def f():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as e:
        return str(e)


print(f())
