data = [("b", 2), ("a", 2), ("c", 1)]
print(
    sorted(data),
    sorted(data, key=lambda p: p[1]),
    sorted(data, key=lambda p: p[1], reverse=True),
    sorted("bca", reverse=True),
)
x = [3, 1, 2]
print(x.sort(), x, sorted({3: "a", 1: "b"}), sorted([True, 0, 2]), sorted([1.5, 1, 0]))
for call in (
    lambda: sorted([1, "a"]),
    lambda: sorted(5),
    lambda: [1, 2].sort(5),
    lambda: sorted([1], key=5),
    lambda: sorted([{}, {}]),
):
    try:
        call()
    except TypeError as e:
        print(e)


class K:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        print("lt", self.n, o.n)
        return self.n < o.n


print([k.n for k in sorted([K(2), K(1)])])
