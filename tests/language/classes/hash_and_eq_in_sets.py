class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)

    def __hash__(self):
        return hash((self.x, self.y))


print(len({P(1, 2), P(1, 2), P(2, 1)}), {P(1, 2): "v"}[P(1, 2)], P(1, 2) in [P(1, 2)])


class Bad:
    def __hash__(self):
        return "x"


try:
    hash(Bad())
except TypeError as e:
    print(e)
print(hash(True), hash(1.0), hash(-1), hash(-2), hash(2**61 - 1), hash(0.5), hash(2**100))
