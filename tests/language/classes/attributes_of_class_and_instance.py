class A:
    shared = []
    n = 1

    def __init__(self):
        self.own = []


a, b = A(), A()
a.shared.append(1)
a.own.append(2)
a.n = 5
print(b.shared, b.own, b.n, A.n, a.__dict__, vars(b))
A.n = 7
print(a.n, b.n)
del a.n
print(a.n)
try:
    del a.n
except AttributeError as e:
    print(e)
