inf, nan = float("inf"), float("nan")
print(
    7.5 // 2,
    -7.5 // 2,
    7.5 % 2,
    -7.5 % 2,
    divmod(7.5, -2),
    2.5**2,
    2**0.5,
    (-8) ** 3,
    1e308 + 1e308,
    inf - inf,
    nan == nan,
    nan != nan,
    inf > 10**400,
)
print(
    0.1 + 0.2 == 0.3,
    1 == 1.0,
    2**53 == 2.0**53,
    2**53 + 1 == 2.0**53,
    1 < 1.5 < 2,
    0.0 == -0.0,
    [nan] == [nan],
    nan in [nan],
)
print(
    (2.5).is_integer(),
    (4.0).is_integer(),
    (0.75).as_integer_ratio(),
    (1.5).hex(),
    float.fromhex("0x1.8p+0"),
    (5).as_integer_ratio(),
    (3.7).__trunc__(),
)
for call in (
    lambda: 10.0**400,
    lambda: 2.0**1024,
    lambda: int("1" * 400) * 1.0,
    lambda: 0.0**-1,
    lambda: 1.5 << 1,
):
    try:
        print(call())
    except (OverflowError, ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e)
