def g(*xs):
    for x in xs:
        print("see", x)
        yield x


print(any(g(0, 1, 2)), all(g(1, 0, 2)), any([]), all([]))
print(
    max("b", "a", key=ord),
    min([3, 1], default=9),
    max([], default="none"),
    max([1, 3, 3.0]),
    min((2, "x"), (1, "y")),
    sum(range(5), 100),
    max({"a": 1, "b": 3}, key={"a": 1, "b": 3}.get),
)
