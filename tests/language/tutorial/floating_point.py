"""Tutorial 15: floating-point arithmetic."""
import math
from fractions import Fraction

print(0.1, 1 / 10, format(math.pi, '.12g'), format(math.pi, '.2f'), repr(math.pi), 0.1 + 0.1 + 0.1 == 0.3, round(0.1, 1) + round(0.1, 1))
print(math.isclose(0.1 + 0.1 + 0.1, 0.3), round(math.pi, ndigits=2) == round(22 / 7, ndigits=2), format(0.1, '.17g'), format(0.1, '.55f'))
x = 3.14159
print(x.as_integer_ratio(), x == 3537115888337719 / 1125899906842624, x.hex(), float.fromhex('0x1.921f9f01b866ep+1') == x)
print(sum([0.1] * 10) == 1.0, sum([0.1] * 10), math.fsum([0.1] * 10) == 1.0)
arr = [-0.10430216751806065, -266310978.67179024, 143401161448607.16, -143401161400469.7, 266262841.31058735, -0.003244936839808227]
print(float(sum(map(Fraction, arr))), math.fsum(arr), sum(arr))
total = 0.0
for x in arr:
    total += x
print(total)
print(Fraction.from_float(0.1), (0.1).as_integer_ratio(), 0.1 .hex(), 7205759403792794 * 10 ** 30 // 2 ** 56)
for value in (1e22, 1e21, 123456789012345680.0, 1e-4, 1e-5, 0.00001234, 1.0, 100.0, 1e16, 9007199254740993.0, 2.5e-7):
    print(value, '%s %r %g' % (value, value, value), f'{value:.3}', f'{value:n}')
print(float(10 ** 400 // 10 ** 399), 2 ** 53 + 1.0, int(1e23), int(2 ** 53 + 0.0))
for bad in (lambda: int(float('inf')), lambda: int(float('nan')), lambda: float(10 ** 400), lambda: 2.0 ** 10000, lambda: 1.0 / 0, lambda: 1 % 0.0,
            lambda: 0.0 ** -1, lambda: math.sqrt(-1), lambda: math.log(0), lambda: (-8) ** 0.5):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
