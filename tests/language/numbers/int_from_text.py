print(
    int("42"),
    int("  -7\n"),
    int("1_000"),
    int("ff", 16),
    int("0xff", 16),
    int("z", 36),
    int("0o17", 0),
    int("٣"),
    int(3.99),
    int(-3.99),
    int(True),
    int(),
    int(b"12"),
)
for bad in ("", "x", "1.5", "1__0", "0x1", "_1", "9" * 5 + "e", None, [], "\0"):
    try:
        int(bad)
    except (ValueError, TypeError) as e:
        print(e)
for call in (
    lambda: int("9", 8),
    lambda: int("1", 1),
    lambda: int(5, 10),
    lambda: int(float("nan")),
    lambda: int(float("inf")),
):
    try:
        call()
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
