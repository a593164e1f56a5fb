class T:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def add(self, o):
        return T(self.n + o.n)


def make(n):
    print("make", n)
    return T(n)


make(1).add(make(2)).add(make(3))
print("---")
[make(5), make(6)][0]
print("---")
x = make(7), make(8)
x = None
print("end")
