"""Library reference: fractions and numbers."""
import math
import numbers
from fractions import Fraction
F = Fraction
print(F(16, -10), F(123), F(), F('3/7'), F(' -3/7 '), F('1.414213 \t\n'), F('-.125'), F('7e-6'), F(2.25), F(1.1), F(F(1, 2), F(3, 4)), F('1_000/3'), repr(F(1, 3)), F(3, 7).numerator, F(3, 7).denominator, F.from_float(0.5), F(0.1).limit_denominator(), F(math.pi).limit_denominator(1000), F(1, 3).as_integer_ratio(), F(4).is_integer())
a, b = F(1, 2), F(2, 3)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(F(7, 2), b), a ** 2, a ** -2, a ** 0.5, 2 ** a, a + 1, 1 - a, a * 0.5, a + 1j, -a, +a, abs(-a), a < b, a == 0.5, a == F(2, 4), hash(a) == hash(0.5), float(a), int(F(7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), bool(F(0)), str(F(3, 1)), complex(a), a.conjugate(), a.real, a.imag, sum([a, b]), max(a, b), sorted([b, a]), F(10 ** 20, 3), F(1, 3) ** 3, 3 // a, 3 % F(2, 3), F(-1, 2) ** 3)
for bad in (lambda: F(1, 0), lambda: F('a'), lambda: F('1/0'), lambda: F(float('nan')), lambda: F(float('inf')), lambda: F(1.5, 2), lambda: F('1/2', 3), lambda: F(1j), lambda: a / 0, lambda: a // 0, lambda: a % 0, lambda: a + 'x', lambda: a < 1j, lambda: F(0) ** -1, lambda: setattr(a, 'numerator', 5), lambda: a.limit_denominator(0), lambda: F(None), lambda: F('1/ 2'), lambda: F('1 / 2'), lambda: round(a, 'x')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for value in (1, True, 1.5, 1j, F(1, 2)):
    print(value, [n for n in ('Number', 'Complex', 'Real', 'Rational', 'Integral') if isinstance(value, getattr(numbers, n))])


class Mine(numbers.Real):
    pass


try:
    Mine()
except TypeError as error:
    print(str(error)[:70])
print(issubclass(int, numbers.Integral), numbers.Number.register(str) is str, isinstance('a', numbers.Number), F.__mro__[1] is numbers.Rational)
