"""The format mini-language for decimal numbers."""

import re

from ._rounding import count_digits, cut, digits_of

_SPECIFIER = re.compile(
    r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<positive>z)?"
    r"(?P<zeros>0)?(?P<width>\d+)?(?P<grouping>,)?(?:\.(?P<precision>\d+))?"
    r"(?P<type>[eEfFgGn%])?",
    re.DOTALL,
)


def _rounded_to(sign, coefficient, exponent, places, rounding):
    """Coefficient and exponent with a given exponent."""
    if exponent >= places:
        return coefficient * 10 ** (exponent - places), places
    return cut(sign, coefficient, places - exponent, rounding)[0], places


def _rounded_digits(sign, coefficient, exponent, count, rounding):
    """Coefficient and exponent with so many digits at most."""
    length = count_digits(coefficient)
    if coefficient == 0 or length <= count:
        return coefficient, exponent
    drop = length - count
    coefficient, _ = cut(sign, coefficient, drop, rounding)
    exponent += drop
    if count_digits(coefficient) > count:
        coefficient //= 10
        exponent += 1
    return coefficient, exponent


def _grouped(digits, separator, least):
    """Digits in groups of three, with zeros in front up to a width."""
    groups = []
    while True:
        size = min(max(len(digits), least, 1), 3)
        groups.append(digits[-size:].rjust(size, "0"))
        digits = digits[:-size]
        least -= size
        if not digits and least <= 0:
            return separator.join(reversed(groups))
        least -= len(separator)


def formatted(number, specifier, context, override=None):
    """The text of a number for a specifier of the mini-language."""
    if not isinstance(specifier, str):
        raise TypeError("format arg must be str")
    found = _SPECIFIER.fullmatch(specifier)
    if not found:
        raise ValueError("invalid format string")
    kind = found["type"]
    fill, align = found["fill"] or " ", found["align"]
    if found["zeros"]:
        if align is not None:
            raise ValueError("invalid format string")
        fill, align = "0", "z"
    if kind == "n" and found["grouping"]:
        raise ValueError("invalid format string")
    width = int(found["width"] or 0)
    precision = None if found["precision"] is None else int(found["precision"])
    sign, coefficient, exponent = number._sign, number._int, number._exp

    if type(exponent) is str:
        body, is_finite = number.copy_abs()._text(1), False
        if kind == "%":
            body += "%"
        whole, rest = body, ""
    else:
        is_finite = True
        whole, rest, coefficient = _finite_parts(
            sign, coefficient, exponent, kind, precision, context
        )
    if sign and found["positive"] and is_finite and coefficient == 0:
        sign = 0
    shown_sign = "-" if sign else {"+": "+", " ": " "}.get(found["sign"], "")

    separator = found["grouping"] or ""
    if align == "z":
        if not is_finite:
            # Zeros before what is no number would be nonsense.
            return (shown_sign + whole + rest).rjust(width)
        align = "="
        least = width - len(shown_sign) - len(rest)
        if separator:
            whole = _grouped(whole, separator, least)
        else:
            whole = whole.rjust(least, "0")
    elif separator and is_finite:
        whole = _grouped(whole, separator, 0)
    body = whole + rest
    padding = width - len(shown_sign) - len(body)
    if padding <= 0:
        return shown_sign + body
    if align == "<":
        return shown_sign + body + fill * padding
    if align == "=":
        return shown_sign + fill * padding + body
    if align == "^":
        before = padding // 2
        return fill * before + shown_sign + body + fill * (padding - before)
    return fill * padding + shown_sign + body


def _finite_parts(sign, coefficient, exponent, kind, precision, context):
    """The digits before the point, the rest of the text, and the coefficient after rounding."""
    rounding = context.rounding
    if kind == "%":
        exponent += 2
    if kind in ("e", "E"):
        if precision is not None:
            if coefficient == 0:
                return _exponential_zero(exponent + precision, precision, kind)
            coefficient, exponent = _rounded_digits(
                sign, coefficient, exponent, precision + 1, rounding
            )
            missing = precision + 1 - count_digits(coefficient)
            if missing > 0:
                coefficient *= 10**missing
                exponent -= missing
    elif kind in ("f", "F", "%"):
        if precision is not None:
            coefficient, exponent = _rounded_to(
                sign, coefficient, exponent, -precision, rounding
            )
        elif exponent > 0:
            coefficient, exponent = _rounded_to(sign, coefficient, exponent, 0, rounding)
    elif precision is not None:
        coefficient, exponent = _rounded_digits(
            sign, coefficient, exponent, max(precision, 1), rounding
        )

    digits = digits_of(coefficient)
    left = exponent + len(digits)
    if kind in ("f", "F", "%"):
        point = left
    elif kind in ("e", "E"):
        point = 1
    else:
        point = left if exponent <= 0 and left > -6 else 1
    if point <= 0:
        whole, part = "0", "0" * -point + digits
    elif point > len(digits):
        whole, part = digits + "0" * (point - len(digits)), ""
    else:
        whole, part = digits[:point] or "0", digits[point:]
    rest = "." + part if part else ""
    if left != point or kind in ("e", "E"):
        letter = "e" if kind in ("e", "g", "n") or kind is None and not context.capitals else "E"
        rest += f"{letter}{left - point:+d}"
    if kind == "%":
        rest += "%"
    return whole, rest, coefficient


def _exponential_zero(exponent, precision, kind):
    part = "." + "0" * precision if precision else ""
    return "0", f"{part}{kind}{exponent:+d}", 0
