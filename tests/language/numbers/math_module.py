import math

print(
    math.pi,
    math.e,
    math.tau,
    math.inf,
    math.sqrt(2),
    math.isqrt(17),
    math.gcd(12, 18, 27),
    math.lcm(4, 6),
    math.factorial(20),
    math.comb(5, 2),
    math.perm(5, 2),
)
print(
    math.sin(1),
    math.cos(1),
    math.atan2(1, 2),
    math.degrees(math.pi),
    math.radians(180),
    math.hypot(3, 4),
    math.exp(1),
    math.log(10),
    math.log2(8),
    math.log10(1000),
    math.log(8, 2),
    math.pow(2, 3),
    math.fmod(-7, 3),
    math.modf(2.5),
    math.frexp(8.0),
    math.copysign(1, -0.0),
    math.isnan(math.nan),
    math.prod([1, 2, 3, 4]),
    math.dist((0, 0), (3, 4)),
    math.cbrt(8),
)
for call in (
    lambda: math.sqrt(-1),
    lambda: math.log(0),
    lambda: math.factorial(-1),
    lambda: math.exp(1000),
    lambda: math.sqrt("x"),
    lambda: math.isqrt(-1),
):
    try:
        call()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
