for x in (
    0.1,
    0.1 + 0.2,
    1.0,
    100.0,
    1e16,
    1e15,
    123456789012345678.0,
    1e-4,
    1e-5,
    1.5e300,
    5e-324,
    1.7976931348623157e308,
    2 / 3,
    1e22,
    1e23,
    -0.0,
    3.0e-10,
    0.5,
):
    print(x, end=" ")
print()
print(
    float("1e400"),
    float("-inf"),
    float("nan"),
    1e308 * 10,
    float("  1.5  "),
    float("1_0.5"),
    float("infinity"),
    1_000.5,
    0.5,
    5.0,
    1e5,
)
for bad in ("", "x", "1.5.1", "1e", None, "_1"):
    try:
        float(bad)
    except (ValueError, TypeError) as e:
        print(e)
