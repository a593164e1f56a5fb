class A:
    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"

    def __format__(self, spec):
        return f"format<{spec}>"


class B:
    def __repr__(self):
        return "B()"


print(
    A(),
    [A()],
    f"{A()} {A()!r} {A()!s} {A():>10}",
    str(A()),
    "%s %r" % (A(), A()),
    "{:x}".format(A()),
)
print(B(), str(B()), f"{B()}", f"{B()!r:>6}")


class C:
    def __str__(self):
        return 5

    def __repr__(self):
        return None


for call in (lambda: str(C()), lambda: repr(C()), lambda: f"{C()!r}", lambda: format(B(), "x")):
    try:
        call()
    except TypeError as e:
        print(e)
