x = 1


def f(a):
    b = 2
    return sorted(locals())


print(f(1), "x" in globals(), globals()["x"], __name__)
globals()["made"] = 5
print(made)


class A:
    y = 1
    z = sorted(n for n in locals() if not n.startswith("__"))


print(A.z)
