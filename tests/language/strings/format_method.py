class A:
    x = [10, 20]


print(
    "{0} {1} {0!r}".format("a", 2),
    "{a.x[1]} {b[k]}".format(a=A, b={"k": 5}),
    "{:>{w}}|{:{f}^5}".format("r", "c", w=4, f="*"),
)
print(
    "{{}} {}".format(1),
    "{!s:>5}".format("x"),
    "{0[0]}{0[1]}".format("ab"),
    "{:,} {:_}".format(1234567, 1234567),
    "{:%}".format(0.25),
)
for call in (
    lambda: "{}".format(),
    lambda: "{a}".format(),
    lambda: "{} {0}".format(1),
    lambda: "{".format(),
    lambda: "}".format(),
    lambda: "{:q}".format(1),
    lambda: "{0.z}".format(1),
    lambda: "{!z}".format(1),
):
    try:
        call()
    except (ValueError, IndexError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
