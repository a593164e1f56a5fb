class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


d = D(1)
d = D(2)
print("rebound")
x = [D(3), D(4)]
x.pop()
print("popped")
del x


def f():
    local = D(5)
    print("in f")


f()
D(6)
print("end")
