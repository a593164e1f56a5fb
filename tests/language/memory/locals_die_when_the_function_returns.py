class T:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def f(arg):
    a = T("a")
    b = arg
    print("body")
    return 5


print(f(T("argument")))


def g():
    t = T("held by the closure")
    return lambda: t


h = g()
print("closure lives")
h = None
print("end")
