"""Library reference: math."""
import math
values = [0.0, -0.0, 0.5, -0.5, 1.0, 2.5, -2.5, 10.0, 100.5, 1e10, 1e-10, math.inf, -math.inf, math.nan]
names = ['acos', 'acosh', 'asin', 'atan', 'atanh', 'ceil', 'cos', 'cosh', 'degrees', 'erf', 'erfc', 'exp', 'exp2', 'expm1', 'fabs', 'floor', 'gamma', 'isfinite', 'isinf', 'isnan', 'lgamma', 'log', 'log10', 'log1p', 'log2', 'modf', 'frexp', 'radians', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc', 'ulp']
for name in names:
    row = []
    for value in values:
        try:
            row.append(repr(getattr(math, name)(value)))
        except (ValueError, OverflowError) as error:
            row.append(f'{type(error).__name__}({error})')
    print(name, *row)
print(math.comb(5, 2), math.comb(50, 25), math.comb(3, 5), math.perm(5, 2), math.perm(5), math.perm(2, 3), math.factorial(0), math.factorial(25), math.gcd(), math.gcd(12, 18, 27), math.gcd(-4, 0), math.lcm(), math.lcm(4, 6, 10), math.lcm(0, 5), math.isqrt(10 ** 30), math.isqrt(0), math.gcd(2 ** 100, 6 ** 50))
print(math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), math.prod([1, 2, 3]), math.prod([]), math.prod([2.5, 2], start=2), math.sumprod([1, 2], [3, 4]), math.sumprod([0.1] * 3, [10] * 3), math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 3), math.dist([1, 2], [4, 6]), math.hypot(1e200, 1e200))
print(math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(math.inf, math.inf), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.remainder(-7.5, 2), math.ldexp(0.5, 3), math.nextafter(1, 2), math.nextafter(1, 2, steps=3), math.fma(2, 3, 4), math.pow(2, 0.5), math.atan2(-1, -1), math.atan2(0, -1), math.log(8, 2), math.log(10 ** 400), math.log2(2 ** 1000), math.log10(10 ** 50))
for bad in (lambda: math.comb(-1, 2), lambda: math.comb(1.5, 2), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.factorial(10 ** 30), lambda: math.gcd(1.5), lambda: math.isqrt(-1), lambda: math.isqrt(2.0), lambda: math.sqrt('a'), lambda: math.sqrt(-1), lambda: math.log(-1), lambda: math.log(0), lambda: math.log(2, 1), lambda: math.log(2, 0), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.pow(10, 400), lambda: math.exp(1000), lambda: math.fmod(1, 0), lambda: math.fmod(math.inf, 1), lambda: math.remainder(1, 0), lambda: math.ldexp(1, 5000), lambda: math.ldexp(1, 1.5), lambda: math.floor('a'), lambda: math.floor(math.nan), lambda: math.ceil(math.inf), lambda: math.trunc('a'), lambda: math.dist([1], [1, 2]), lambda: math.sumprod([1], [1, 2]), lambda: math.perm(3, -1), lambda: math.cosh(1000), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.sin(10 ** 400), lambda: math.fsum([1, 'a']), lambda: math.prod(['a', 'b']), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.atan2(1), lambda: math.gamma(-1), lambda: math.lgamma(0), lambda: math.acos(2), lambda: math.nextafter(1, 2, steps=-1), lambda: math.nope, lambda: math.fma(math.inf, 0, 1), lambda: math.hypot('a')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(math.pi, math.e, math.tau, math.inf, math.nan, math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(10 ** 20), math.modf(-2.75), math.frexp(10))
