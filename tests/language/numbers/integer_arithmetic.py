for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5), (2**70, 3), (-(2**70), 7)):
    print(a + b, a - b, a * b, a // b, a % b, divmod(a, b), a / b)
print(2**100, (-2) ** 3, 2**-1, 0**0, pow(3, 200, 7), pow(3, -1, 7), -(2**2), 10**20 // 3, 5 // 0.3)
for call in (
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1 / 0,
    lambda: divmod(1, 0),
    lambda: 0**-1,
    lambda: pow(2, -1, 4),
    lambda: 1.0 // 0,
    lambda: 1.0 % 0,
    lambda: 2**1.5 // 0.0,
):
    try:
        print(call())
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
