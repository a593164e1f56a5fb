# fractions: exact numbers.
import math
from fractions import Fraction as F

for value in (F(3, 6), F(-4), F("1/3"), F(" -2.50e-1 "), F(0.5), F("0"), F(7, -14), F(F(1, 2), F(3, 4)), F(True), F("1_000/3")):
    print(repr(value), value, value.numerator, value.denominator, float(value), hash(value) == hash(float(value)) or "-", bool(value))
a, b = F(7, 3), F(-1, 2)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a**2, a**-2, a**b.denominator, -a, +a, abs(b))
print(a + 1, 1 + a, a - 0.5, 2 * a, a / 2, 7 // a, 1 / a, 2**F(3), 4 ** F(1, 2), F(4) ** F(1, 2), F(-1, 2) ** -3, a % 2, 5 % a)
print(a > b, a == F(14, 6), a == 7 / 3, F(1, 2) == 0.5, F(2) == 2, a < 3, a >= 2.3, F(1, 2) < math.inf, F(1) == math.nan, sorted([F(1, 2), F(1, 3), 0.4]))
print(math.floor(a), math.ceil(a), math.trunc(b), round(a), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), round(F(1234), -2), int(b))
print(F(math.pi).limit_denominator(100), F("3.1415").limit_denominator(10), F(1, 3).limit_denominator(2), F.from_float(0.1), F(3).is_integer(), a.as_integer_ratio())
print(sum([F(1, 10)] * 10), {F(1, 2): "half"}[0.5], f"{a}", f"{a:>8}", f"{a:<8}|", f"{a:^9}|", f"{F(5):+}", f"{F(1234567, 3):,}", f"{b:*=+8}")
for call in (lambda: F(1, 0), lambda: F("x"), lambda: F("1/0"), lambda: F(1.5, 2), lambda: F(None), lambda: F(0) ** -1, lambda: a / 0, lambda: a // 0, lambda: a < "x", lambda: F(1).limit_denominator(0), lambda: F(math.inf), lambda: F(math.nan), lambda: a + "x"):
    try:
        print(call())
    except (ZeroDivisionError, ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
