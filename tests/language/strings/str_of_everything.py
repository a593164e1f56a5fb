print(
    str(1),
    str(1.0),
    str(None),
    str(True),
    str([1, "a", None]),
    str({"k": (1,)}),
    str({1}),
    str(set()),
    str(frozenset({1})),
    str(b"x"),
    str(range(2)),
    str(()),
    str((1,)),
    str(...),
)
print(
    str(1e16),
    str(1e15),
    str(1e-5),
    str(0.1 + 0.2),
    str(1 / 3),
    str(-0.0),
    str(2.0**70),
    str(float("inf")),
    str(123456789.123456789),
)
print(str(object)[:8], str(ValueError("x")), str(KeyError("x")), str("str"))
