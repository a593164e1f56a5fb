class T:
    def __init__(self):
        self._c = 0

    @property
    def c(self):
        "celsius"
        return self._c

    @c.setter
    def c(self, v):
        if v < -273:
            raise ValueError("too cold")
        self._c = v

    @c.deleter
    def c(self):
        print("deleted")

    @property
    def f(self):
        return self._c * 9 / 5 + 32


t = T()
t.c = 100
print(t.c, t.f, T.c.__doc__)
del t.c
for code in (lambda: setattr(t, "f", 1), lambda: setattr(t, "c", -300), lambda: delattr(t, "f")):
    try:
        code()
    except (AttributeError, ValueError) as e:
        print(e)
