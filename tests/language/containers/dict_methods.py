d = {"a": 1, "b": 2}
print(
    d.get("a"),
    d.get("x"),
    d.get("x", 0),
    d.setdefault("c", 3),
    d.setdefault("a", 9),
    d.pop("b"),
    d.pop("zz", None),
    d,
)
d.update({"a": 10}, e=5)
d.update([("f", 6)])
print(
    d,
    d | {"a": 0},
    list(d),
    list(d.values()),
    list(d.items()),
    "a" in d,
    len(d),
    d.popitem(),
    d.copy(),
    dict.fromkeys("ab", 0),
    dict([("k", 1)], z=2),
    dict(zip("xy", [1, 2])),
)
d |= {"q": 1}
print(d, list(reversed(d)), d == dict(d), {1: "a", True: "b", 1.0: "c"})
for call in (
    lambda: {}["k"],
    lambda: {}.pop("k"),
    lambda: {}.popitem(),
    lambda: {[]: 1},
    lambda: dict([1]),
    lambda: dict([(1,)]),
    lambda: dict(5),
    lambda: {}[{}],
):
    try:
        call()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
