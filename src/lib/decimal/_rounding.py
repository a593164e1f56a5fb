"""Coefficients: their digits, and rounding them."""

_CHUNK = 4000


def digits_of(number):
    """The decimal digits of a number that is not negative, however many there are."""
    if number.bit_length() < 13000:
        return str(number)
    # str() has a limit.
    half = int(number.bit_length() * 0.30103) // 2
    high, low = divmod(number, 10**half)
    return digits_of(high) + digits_of(low).rjust(half, "0")


def number_of(digits):
    """The number with these digits."""
    if len(digits) <= _CHUNK:
        return int(digits)
    half = len(digits) // 2
    return number_of(digits[:-half]) * 10**half + number_of(digits[-half:])


def count_digits(number):
    """How many digits a number has; zero has one."""
    bits = number.bit_length()
    if bits < 13000:
        return len(str(number))
    count = int((bits - 1) * 0.30102999566398120)
    return count + 1 if number < 10 ** (count + 1) else count + 2


def count_zeros(number):
    """How many zeros a number that is not zero ends with."""
    digits = digits_of(number)
    return len(digits) - len(digits.rstrip("0"))


def rounds_up(rounding, sign, quotient, half):
    """Whether what is cut off raises the last digit. `half` compares it with half a digit: None
    if nothing is cut off, else negative, zero or positive."""
    if half is None:
        return False
    if rounding == "ROUND_HALF_EVEN":
        return half > 0 or half == 0 and quotient & 1 == 1
    if rounding == "ROUND_HALF_UP":
        return half >= 0
    if rounding == "ROUND_HALF_DOWN":
        return half > 0
    if rounding == "ROUND_DOWN":
        return False
    if rounding == "ROUND_UP":
        return True
    if rounding == "ROUND_CEILING":
        return not sign
    if rounding == "ROUND_FLOOR":
        return bool(sign)
    return quotient % 5 == 0


def cut(sign, coefficient, count, rounding):
    """Round the last `count` digits away; returns the rest and whether it is inexact."""
    if coefficient == 0:
        return 0, False
    if count > count_digits(coefficient):
        quotient, half = 0, -1
    else:
        unit = 10**count
        quotient, rest = divmod(coefficient, unit)
        if rest == 0:
            return quotient, False
        rest *= 2
        half = (rest > unit) - (rest < unit)
    if rounds_up(rounding, sign, quotient, half):
        quotient += 1
    return quotient, True
