import sys

print(1, 2, 3, sep="-", end="!\n")
print()
print("a", "b", sep="")
print("x", sep=None, end=None)
print(*[], end="")
print("err", file=sys.stderr)


class W:
    def __init__(self):
        self.got = []

    def write(self, s):
        self.got.append(s)


w = W()
print("a", 1, file=w)
print(w.got)
try:
    print(1, sep=5)
except TypeError as e:
    print(e)
try:
    print(1, foo=2)
except TypeError as e:
    print(e)
