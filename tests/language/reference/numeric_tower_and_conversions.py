"""Language reference 6.1: arithmetic conversions; mixing numbers."""
from fractions import Fraction
import operator
values = [3, -2, 2.5, True, 1 + 2j, Fraction(1, 2), 10 ** 20]
ops = [operator.add, operator.mul, operator.truediv, operator.sub, operator.floordiv, operator.mod, operator.pow, operator.lt, operator.eq]
for op in ops:
    row = []
    for a in values:
        for b in values[:6]:
            try:
                r = op(a, b)
                row.append(f'{type(r).__name__[0]}{r:.6g}' if isinstance(r, float) else f'{type(r).__name__[0]}{r}' if not isinstance(r, complex) else f'c({r.real:.4g},{r.imag:.4g})')
            except (TypeError, ZeroDivisionError, OverflowError) as error:
                row.append(type(error).__name__[0])
    print(op.__name__, ' '.join(row))
print(1 == 1.0 == 1 + 0j == True == Fraction(1), hash(1) == hash(1.0) == hash(1 + 0j) == hash(True) == hash(Fraction(1)), {1: 'int', 1.0: 'float', True: 'bool', 1 + 0j: 'complex'}, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 400 > 1e308, Fraction(1, 3) == 1 / 3, 0.5 == Fraction(1, 2), float('inf') > 10 ** 400, -float('inf') < -10 ** 400)
print(int(2.9), int(-2.9), int(True), float(3), float('2e3'), complex(2), complex(1, -0.0), bool(0.0), bool(1e-300), round(2.5), round(-1.5), round(1234.5678, 2), round(1e300), abs(-True), -True, +True, divmod(7, -2), divmod(-7.5, 2), (-7) // 2, (-7) % 2, 7 % -2.5, 2 ** -2, (-2) ** 2, (-8) ** (1 / 3), 0.0 ** 0, 5 // 0.3, 1e-320 * 1e-10, 1e308 * 10, -1e308 * 10)
for bad in (lambda: 2 ** 10000 * 1.0, lambda: int('inf'), lambda: int(float('nan')), lambda: 1j < 2, lambda: complex(1j) // 1, lambda: int(1j), lambda: float(1j), lambda: 1.5 & 1, lambda: 1 << 0.5, lambda: ~1.5, lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 1 % 0, lambda: 1.0 % 0, lambda: 1j % 1, lambda: divmod(1, 0.0), lambda: 2.0 ** 5000, lambda: (-1) ** 0.5 < 1, lambda: round(1j), lambda: 1 + None, lambda: 1 + '1', lambda: [] * 1.5, lambda: 10 ** 400 / 3, lambda: 10 ** 400 + 0.5, lambda: float(10 ** 309), lambda: 1 / Fraction(0)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
