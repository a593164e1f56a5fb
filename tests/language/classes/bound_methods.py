class A:
    def m(self, x):
        return (self.n, x)

    n = 1


a = A()
m = a.m
a.n = 2
print(m(5), m.__self__ is a, m.__func__ is A.m, m.__name__, a.m == a.m, a.m is a.m)
A.added = lambda self: "added"
print(a.added(), A.m(a, 3))
a.inst = lambda: "no self"
print(a.inst())
import types

b = types.MethodType(lambda self: self.n, a)
print(b())
