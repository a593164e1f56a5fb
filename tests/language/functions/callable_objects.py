class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, y=0):
        return self.n + x + y


add = Adder(10)
print(add(5), add(5, y=1), callable(add), callable(5), callable(Adder))
for bad in (5, None, "x", [1]):
    try:
        bad()
    except TypeError as e:
        print(e)
