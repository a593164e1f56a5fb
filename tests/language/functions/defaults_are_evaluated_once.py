def f(x, seen=[]):
    seen.append(x)
    return seen


print(f(1), f(2), f(3, []))
print(f.__defaults__, f.__kwdefaults__)
i = 5


def g(x=i):
    return x


i = 6
print(g())
