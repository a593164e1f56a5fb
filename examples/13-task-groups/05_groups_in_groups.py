"""Exception groups nest; `split` and `subgroup` keep the shape."""

tree = ExceptionGroup(
    "outer",
    [
        ValueError("one"),
        ExceptionGroup("inner", [TypeError("two"), ValueError("three")]),
    ],
)

values, others = tree.split(ValueError)
print("values:", values)
print(values.exceptions)
print("others:", others)
print(others.exceptions)
print("none:  ", tree.subgroup(OSError))
raise tree
