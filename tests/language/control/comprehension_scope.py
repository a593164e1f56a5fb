x = "outer"
print([x for x in range(3)], x)
print({k: v for k, v in zip("ab", [1, 2])}, {len(w) for w in ["a", "bb", "cc"]})
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2])
print([[j for j in range(i)] for i in range(3)])
fs = [lambda: i for i in range(2)]
print([f() for f in fs], [i if i % 2 else -i for i in range(4)])
