d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i)
d["c"] = 3
print(
    k,
    len(v),
    ("c", 3) in i,
    k & {"a", "x"},
    k | {"z"} == {"a", "b", "c", "z"},
    sorted(k - {"a"}),
    k == {"a", "b", "c"},
    3 in v,
    list(reversed(k)),
)
print(k.isdisjoint({"q"}), sorted(i ^ {("a", 1)}))
