"""The operations of contexts on numbers and in contexts of all kinds, by chance."""

import decimal
import random

D = decimal.Decimal
ROUNDINGS = [
    decimal.ROUND_UP, decimal.ROUND_DOWN, decimal.ROUND_CEILING, decimal.ROUND_FLOOR,
    decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_EVEN, decimal.ROUND_05UP,
]
SPECIAL = ["Infinity", "-Infinity", "NaN", "sNaN", "-NaN12", "sNaN3"]
ZEROS = ["0", "-0", "0E+5", "-0E-5", "0.00", "0E-30", "0E+40"]
PLAIN = ["1", "-1", "1.0", "10", "100", "0.1", "1E+3", "1E-3", "1.000", "2", "0.5", "-0.5", "2.5"]
OF_ONE = """
abs plus minus normalize to_integral_exact to_integral_value sqrt exp ln log10 logb next_minus
next_plus number_class to_sci_string to_eng_string copy_abs is_normal is_subnormal is_signed
logical_invert create_decimal
""".split()
OF_TWO = """
add subtract multiply divide divide_int remainder remainder_near divmod quantize compare
compare_signal compare_total compare_total_mag max min max_mag min_mag same_quantum scaleb
copy_sign next_toward power rotate shift logical_and logical_or logical_xor
""".split()
TRAPS = [
    [], [], [decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
    [decimal.Inexact, decimal.InvalidOperation],
]

choose = random.Random(20).choice


def number():
    kind = choose(range(25))
    if kind < 4:
        return choose((SPECIAL, ZEROS, ZEROS, PLAIN)[kind])
    digits = "".join(choose("01234567890059") for _ in range(choose([1, 1, 2, 3, 5, 9, 15, 28, 40])))
    if choose([True, False]):
        point = choose(range(len(digits)))
        digits = f"{digits[:point]}.{digits[point:]}"
    if choose([True, False]):
        digits += f"E{choose([0, 1, -1, 5, -5, 20, -20, 60, -60, 300, -300, 900, -900]):+d}"
    return choose(["", "", "-"]) + digits


def operands(operation):
    if operation.startswith("logical"):
        return [choose(["0", "1", "1101", "100110", "11111111"]) for _ in "ab"]
    if operation == "power":
        return [number().partition("E")[0], choose(["2", "3", "-2", "17", "0.5", "-1.25", number()])]
    if operation in ("scaleb", "rotate", "shift"):
        return [number(), choose(["0", "1", "-1", "3", "-3", "12", "1.0"])]
    return [number(), number()]


for _ in range(700):
    context = decimal.Context(
        prec=choose([1, 2, 3, 5, 9, 16, 28]), rounding=choose(ROUNDINGS),
        Emax=choose([9, 99, 999, 999999]), Emin=choose([-9, -99, -999, -999999]),
        clamp=choose([0, 0, 1]), capitals=choose([0, 1]), traps=choose(TRAPS), flags=[],
    )
    decimal.setcontext(context)
    operation = choose(OF_ONE + OF_TWO + OF_TWO + ["fma"])
    count = 1 if operation in OF_ONE else 2
    texts = operands(operation)[:count] + ([number()] if operation == "fma" else [])
    try:
        result = str(getattr(context, operation)(*map(D, texts)))
    except decimal.DecimalException as error:
        result = repr(error)
    flags = [signal.__name__ for signal in context.flags if context.flags[signal]]
    print(context.prec, context.rounding, context.Emin, context.Emax, context.clamp)
    print("   ", operation, *texts, "->", result, *flags)
