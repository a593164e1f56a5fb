print(
    [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 2.6)],
    round(2.675, 2),
    round(1.005, 2),
    round(1234.5678, -2),
    round(5, -1),
    round(15, -1),
    round(25, -1),
    round(-15, -1),
    round(1e20),
    round(3.14159, 3),
    round(7),
    round(True),
)
print(
    type(round(2.0)).__name__,
    type(round(2.0, 0)).__name__,
    round(0.1 + 0.2, 10),
    abs(-5),
    abs(-2.5),
    abs(True),
    max(1, 2.0),
    min(3, 1.0, 2),
    sum([0.1] * 10),
    sum([1, 2.5]),
    sum([[1], [2]], []),
)
import math

print(
    math.floor(-2.5),
    math.ceil(-2.5),
    math.trunc(-2.5),
    math.fsum([0.1] * 10),
    math.isclose(0.1 + 0.2, 0.3),
)
for call in (
    lambda: round("x"),
    lambda: round(float("nan")),
    lambda: round(float("inf")),
    lambda: abs("x"),
    lambda: sum(["a"]),
    lambda: max([]),
    lambda: max(1),
    lambda: max(1, "a"),
):
    try:
        call()
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
