class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"V({self.n})"

    def __add__(self, o):
        return V(self.n + o.n) if isinstance(o, V) else NotImplemented

    def __radd__(self, o):
        return f"radd {o}"

    def __mul__(self, o):
        return V(self.n * o)

    def __rmul__(self, o):
        return self * o

    def __neg__(self):
        return V(-self.n)

    def __abs__(self):
        return V(abs(self.n))

    def __matmul__(self, o):
        return "matmul"

    def __divmod__(self, o):
        return ("divmod", o)

    def __rpow__(self, o):
        return ("rpow", o)

    def __lshift__(self, o):
        return "lshift"

    def __invert__(self):
        return "invert"

    def __pos__(self):
        return "pos"


a = V(2)
print(a + V(3), 5 + a, a * 3, 3 * a, -a, abs(V(-7)), a @ 1, divmod(a, 3), 2**a, a << 1, ~a, +a)
for op in (lambda: a + 5, lambda: a - a, lambda: "s" - a, lambda: a % 2, lambda: a // a):
    try:
        print(op())
    except TypeError as e:
        print(e)
