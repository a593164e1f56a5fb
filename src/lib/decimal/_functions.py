"""The functions of decimal numbers beyond the four operations."""

from ._context import MAX_EMAX, Context, getcontext
from ._number import (
    _INFINITE, _infinity, _invalid, _make, _other, Decimal, operand,
)
from ._rounding import count_digits, count_zeros, cut, digits_of
from ._signals import (
    Clamped, DivisionByZero, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow,
)


def _method(function):
    setattr(Decimal, function.__name__, function)
    function.__qualname__ = f"Decimal.{function.__name__}"
    return function


def _context(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


def _number(value):
    number = _other(value)
    if number is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return number


def _working(prec, rounding="ROUND_HALF_EVEN"):
    """A context of a precision with all exponents and no traps."""
    return Context(
        prec=prec, rounding=rounding, Emin=-MAX_EMAX, Emax=MAX_EMAX, clamp=0, flags=[], traps=[]
    )


# ── rounding and exponents ──


@_method
def quantize(self, exp, rounding=None, context=None):
    """Return the number with the exponent of another one."""
    context = _context(context)
    exp = _number(exp)
    if rounding is None:
        rounding = context.rounding
    else:
        from ._context import _check_rounding

        _check_rounding(rounding)
    nan = self._nan_result(context, exp)
    if nan is not None:
        return nan
    if self.is_infinite() or exp.is_infinite():
        if self.is_infinite() and exp.is_infinite():
            return _make(self._sign, 0, _INFINITE)
        return _invalid(context)
    places = exp._exp
    if not context.Etiny() <= places <= context.Emax:
        return _invalid(context)
    if not self._int:
        return _make(self._sign, 0, places)._finished(context)
    if self.adjusted() > context.Emax or self.adjusted() - places + 1 > context.prec:
        return _invalid(context)
    result, is_inexact = self._rescaled(places, rounding)
    if result.adjusted() > context.Emax or count_digits(result._int) > context.prec:
        return _invalid(context)
    happened = []
    if result._int and result.adjusted() < context.Emin:
        happened.append(Subnormal)
    if places > self._exp:
        happened.append(Rounded)
        if is_inexact:
            happened.append(Inexact)
    if happened:
        context._raise(*happened)
    return result._finished(context)


@_method
def same_quantum(self, other, context=None):
    """Return whether the exponents are the same."""
    other = _number(other)
    if self.is_nan() or other.is_nan():
        return self.is_nan() and other.is_nan()
    return self._exp == other._exp


@_method
def to_integral_exact(self, rounding=None, context=None):
    """Return the number rounded to an integer, and tell whether that changes it."""
    return _to_integral(self, rounding, context, is_told=True)


@_method
def to_integral_value(self, rounding=None, context=None):
    """Return the number rounded to an integer."""
    return _to_integral(self, rounding, context, is_told=False)


Decimal.to_integral = to_integral_value


def _to_integral(number, rounding, context, is_told):
    context = _context(context)
    nan = number._nan_result(context)
    if nan is not None:
        return nan
    if number.is_infinite() or number._exp >= 0:
        return number
    result, is_inexact = number._rescaled(0, context.rounding if rounding is None else rounding)
    if is_told and number._int:
        context._raise(*([Rounded, Inexact] if is_inexact else [Rounded]))
    return result


@_method
def normalize(self, context=None):
    """Return the number without the zeros at its end."""
    context = _context(context)
    nan = self._nan_result(context)
    if nan is not None:
        return nan
    number = self._finished(context)
    if number.is_infinite():
        return number
    if not number._int:
        return _make(number._sign, 0, 0)
    zeros = count_zeros(number._int)
    greatest = context.Etop() if context.clamp else context.Emax
    zeros = max(0, min(zeros, greatest - number._exp))
    return _make(number._sign, number._int // 10**zeros, number._exp + zeros)


@_method
def logb(self, context=None):
    """Return the exponent of the first digit, as a number."""
    context = _context(context)
    nan = self._nan_result(context)
    if nan is not None:
        return nan
    if self.is_infinite():
        return _infinity(0)
    if not self._int:
        context._raise(DivisionByZero)
        return _infinity(1)
    return operand(self.adjusted())._finished(context)


@_method
def scaleb(self, other, context=None):
    """Return the number with its exponent changed by another one."""
    context = _context(context)
    other = _number(other)
    nan = self._nan_result(context, other)
    if nan is not None:
        return nan
    if other._exp != 0:
        return _invalid(context)
    limit = 2 * (context.Emax + context.prec)
    change = int(other)
    if not -limit <= change <= limit:
        return _invalid(context)
    if self.is_infinite():
        return self
    return _make(self._sign, self._int, self._exp + change)._finished(context)


@_method
def fma(self, other, third, context=None):
    """Return self * other + third, rounded once."""
    context = _context(context)
    other, third = _number(other), _number(third)
    if type(self._exp) is str or type(other._exp) is str:
        if self.is_nan() or other.is_nan():
            nan = self._nan_result(context, other)
            if third.is_snan() and not (self.is_snan() or other.is_snan()):
                return third._nan_result(context)
            return nan
        product = self._multiply(other, context)
        if product.is_nan():
            return product
    else:
        product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
    return product._add(third, context)


@_method
def remainder_near(self, other, context=None):
    """Return self minus the multiple of other that is nearest."""
    context = _context(context)
    other = _number(other)
    nan = self._nan_result(context, other)
    if nan is not None:
        return nan
    if self.is_infinite():
        return _invalid(context)
    if not other:
        from ._signals import DivisionUndefined

        return _invalid(context, InvalidOperation if self else DivisionUndefined)
    if other.is_infinite():
        return self._finished(context)
    ideal = min(self._exp, other._exp)
    if not self._int:
        return _make(self._sign, 0, ideal)._finished(context)
    from ._signals import DivisionImpossible

    gap = self.adjusted() - other.adjusted()
    if gap >= context.prec + 1:
        return _invalid(context, DivisionImpossible)
    if gap <= -2:
        return self._rescaled(ideal, context.rounding)[0]._finished(context)
    a, b = self._int, other._int
    if self._exp >= other._exp:
        a *= 10 ** (self._exp - other._exp)
    else:
        b *= 10 ** (other._exp - self._exp)
    quotient, rest = divmod(a, b)
    if 2 * rest + (quotient & 1) > b:
        rest -= b
        quotient += 1
    if quotient >= 10**context.prec:
        return _invalid(context, DivisionImpossible)
    sign = self._sign
    if rest < 0:
        sign, rest = 1 - sign, -rest
    return _make(sign, rest, ideal)._finished(context)


# ── comparison ──


@_method
def compare(self, other, context=None):
    """Return -1, 0, 1 or NaN."""
    context, other = _context(context), _number(other)
    nan = self._nan_result(context, other)
    return operand(self._cmp(other)) if nan is None else nan


@_method
def compare_signal(self, other, context=None):
    """Return -1, 0, 1; every NaN is an invalid operation."""
    context, other = _context(context), _number(other)
    nan = self._nan_result(context, other)
    if nan is None:
        return operand(self._cmp(other))
    if not (self.is_snan() or other.is_snan()):
        context._raise(InvalidOperation)
    return nan


def _total_key(number):
    """What puts all numbers without signs in their total order."""
    if number.is_snan():
        return 2, number._int, 0, 0
    if number.is_qnan():
        return 3, number._int, 0, 0
    if number.is_infinite():
        return 1, 0, 0, 0
    return 0, number.adjusted() if number._int else None, number._int, number._exp


def _total(a, b):
    first, second = _total_key(a), _total_key(b)
    if first[0] == second[0] == 0:
        order = a.copy_abs()._cmp(b.copy_abs())
        return order or (a._exp > b._exp) - (a._exp < b._exp)
    return (first > second) - (first < second)


@_method
def compare_total(self, other, context=None):
    """Return -1, 0 or 1 for the order of all numbers with their exponents, and of NaNs."""
    other = _number(other)
    if self._sign != other._sign:
        return operand(-1 if self._sign else 1)
    order = _total(self, other)
    return operand(-order if self._sign else order)


@_method
def compare_total_mag(self, other, context=None):
    """The same without the signs."""
    return operand(_total(self, _number(other)))


def _choice(wants_greater, by_magnitude):
    def choose(self, other, context=None):
        context, other = _context(context), _number(other)
        if self.is_nan() or other.is_nan():
            if self.is_snan() or other.is_snan() or self.is_nan() and other.is_nan():
                return self._nan_result(context, other)
            return (other if self.is_nan() else self)._finished(context)
        if by_magnitude:
            order = self.copy_abs()._cmp(other.copy_abs()) or self._cmp(other)
        else:
            order = self._cmp(other)
        if order == 0:
            order = int(self.compare_total(other))
        chosen = self if (order > 0) == wants_greater and order != 0 else other
        return chosen._finished(context)

    return choose


for _name, _wants_greater, _by_magnitude in (
    ("max", True, False), ("min", False, False), ("max_mag", True, True), ("min_mag", False, True),
):
    _function = _choice(_wants_greater, _by_magnitude)
    _function.__name__ = _name
    _method(_function)


# ── neighbours ──


def _next(number, context, is_up):
    nan = number._nan_result(context)
    if nan is not None:
        return nan
    if number.is_infinite():
        if bool(number._sign) != is_up:
            return number
        return _make(number._sign, 10**context.prec - 1, context.Etop())
    working = context.copy()
    working.clear_traps()
    working.rounding = "ROUND_CEILING" if is_up else "ROUND_FLOOR"
    rounded = number._finished(working)
    if rounded._cmp(number):
        return rounded
    step = _make(int(not is_up), 1, context.Etiny() - 1)
    return number._add(step, working)


@_method
def next_plus(self, context=None):
    """Return the least number of the context that is greater."""
    return _next(self, _context(context), True)


@_method
def next_minus(self, context=None):
    """Return the greatest number of the context that is smaller."""
    return _next(self, _context(context), False)


@_method
def next_toward(self, other, context=None):
    """Return the next number of the context in the direction of another one."""
    context, other = _context(context), _number(other)
    nan = self._nan_result(context, other)
    if nan is not None:
        return nan
    order = self._cmp(other)
    if order == 0:
        return _make(other._sign, self._int, self._exp)
    result = _next(self, context, order < 0)
    if result.is_infinite():
        context._raise(Overflow, Inexact, Rounded)
    elif result.adjusted() < context.Emin:
        happened = [Underflow, Subnormal, Inexact, Rounded]
        context._raise(*happened, *([] if result._int else [Clamped]))
    return result


# ── digits ──


def _logical(number):
    """The digits of a number that consists of ones and zeros, or None."""
    if number._sign or number._exp != 0:
        return None
    digits = digits_of(number._int)
    return None if digits.strip("01") else int(digits, 2)


def _bits(number):
    return _make(0, int(bin(number)[2:]), 0) if number.bit_length() < 4000 else _make(
        0, sum(10**place for place in range(number.bit_length()) if number >> place & 1), 0
    )


def _logical_operation(name, combine):
    def operation(self, other, context=None):
        context, other = _context(context), _number(other)
        a, b = _logical(self), _logical(other)
        if a is None or b is None:
            return _invalid(context)
        return _bits(combine(a, b) & ((1 << context.prec) - 1))

    operation.__name__ = name
    _method(operation)


_logical_operation("logical_and", lambda a, b: a & b)
_logical_operation("logical_or", lambda a, b: a | b)
_logical_operation("logical_xor", lambda a, b: a ^ b)


@_method
def logical_invert(self, context=None):
    """Return ones for zeros and zeros for ones, as many as the precision is."""
    context = _context(context)
    a = _logical(self)
    if a is None:
        return _invalid(context)
    mask = (1 << context.prec) - 1
    return _bits((a & mask) ^ mask)


def _moved(number, other, context, move):
    nan = number._nan_result(context, other)
    if nan is not None:
        return nan
    if other._exp != 0:
        return _invalid(context)
    count = int(other)
    if not -context.prec <= count <= context.prec:
        return _invalid(context)
    if number.is_infinite():
        return number
    digits = digits_of(number._int)[-context.prec:].rjust(context.prec, "0")
    digits = move(digits, count)
    from ._rounding import number_of

    return _make(number._sign, number_of(digits or "0"), number._exp)


@_method
def rotate(self, other, context=None):
    """Return the number with its digits moved around, to the left if other is positive."""
    def move(digits, count):
        count %= len(digits)
        return digits[count:] + digits[:count]

    return _moved(self, _number(other), _context(context), move)


@_method
def shift(self, other, context=None):
    """Return the number with its digits moved, zeros coming in."""
    def move(digits, count):
        if count < 0:
            return digits[:count]
        return (digits + "0" * count)[-len(digits):]

    return _moved(self, _number(other), _context(context), move)


# ── roots, powers and logarithms ──


@_method
def sqrt(self, context=None):
    """Return the square root."""
    import math

    context = _context(context)
    nan = self._nan_result(context)
    if nan is not None:
        return nan
    if not self:
        return _make(self._sign, 0, self._exp >> 1)._finished(context)
    if self._sign:
        return _invalid(context)
    if self.is_infinite():
        return _infinity(0)
    prec = context.prec + 1
    exponent = self._exp >> 1
    coefficient = self._int * 10 if self._exp & 1 else self._int
    length = (count_digits(coefficient) + 1) >> 1
    shift = prec - length
    if shift >= 0:
        coefficient *= 100**shift
        is_exact = True
    else:
        coefficient, rest = divmod(coefficient, 100**-shift)
        is_exact = not rest
    exponent -= shift
    root = math.isqrt(coefficient)
    is_exact = is_exact and root * root == coefficient
    if is_exact:
        if shift >= 0:
            root //= 10**shift
        else:
            root *= 10**-shift
        exponent += shift
    elif root % 5 == 0:
        root += 1
    working = context.copy()
    working.rounding = "ROUND_HALF_EVEN"
    result = _make(0, root, exponent)._finished(_sharing(working, context))
    return result


def _sharing(working, context):
    """A context that sets the flags of another one."""
    object.__setattr__(working, "flags", context.flags)
    return working


def _correctly_rounded(approximate, context, sign=0):
    """Round a number that is not exact: `approximate(digits)` gives a coefficient of so many
    digits at least, wrong by less than 10 in its last place, and its exponent."""
    working = context.copy()
    working.rounding = "ROUND_HALF_EVEN"
    extra = 5
    while True:
        coefficient, exponent = approximate(context.prec + extra)
        length = count_digits(coefficient)
        unit = 10 ** max(length - context.prec - 1, 0)
        # The digits behind the last one must not be near a half or a whole.
        rest = coefficient % (5 * unit)
        if unit > 100 and 10 < rest < 5 * unit - 10:
            return _make(sign, coefficient, exponent)._finished(_sharing(working, context))
        extra += extra


def _exp_fixed(numerator, scale):
    """exp(numerator / scale) * scale, for small arguments; off by a few units."""
    # Halving the argument makes the series short; squaring takes that back.
    halvings = int(scale.bit_length() ** 0.5) + 2
    guard = 1 << (2 * halvings + 16)
    scale_up = scale * guard
    x = numerator * guard >> halvings
    term = total = scale_up
    n = 1
    while term:
        term = term * x // scale_up // n
        total += term
        n += 1
        if -1 <= term <= 1:
            break
    for _ in range(halvings):
        total = total * total // scale_up
    return total // guard


def _ln_fixed(x, scale):
    """ln(x / scale) * scale, for x / scale between 0.1 and 10; off by a few units."""
    import math

    guard = 1 << 24
    scale_up = scale * guard
    x *= guard
    # A first value from floating point, then Newton's steps with exp.
    roots = int(scale.bit_length() ** 0.5) + 2
    for _ in range(roots):
        x = math.isqrt(x * scale_up)
    # ln(x) = 2 artanh((x - 1) / (x + 1))
    y = (x - scale_up) * scale_up // (x + scale_up)
    square = y * y // scale_up
    power, total, n = y, y, 3
    while power:
        power = power * square // scale_up
        total += power // n
        n += 2
        if -1 <= power <= 1:
            break
    return (2 * total << roots) // guard


_LN10 = {}


def _ln10_fixed(digits):
    """ln(10) with so many digits behind the point, as an integer."""
    for known, value in _LN10.items():
        if known >= digits:
            return value // 10 ** (known - digits)
    room = digits + 20 + digits // 8
    # The root extraction loses as many bits as there are roots: more digits take care of that.
    value = _ln_fixed(10 * 10**room, 10**room) // 10 ** (room - digits)
    _LN10.clear()
    _LN10[digits] = value
    return value


def _ln_digits(number, places):
    """ln(number) * 10**places as an integer, off by a few units; number is positive."""
    adjusted = number.adjusted()
    room = places + 25 + places // 8 + len(str(abs(adjusted)))
    # number = mantissa * 10**adjusted, mantissa in [1, 10)
    shift = room - (count_digits(number._int) - 1)
    mantissa = number._int * 10**shift if shift >= 0 else number._int // 10**-shift
    if mantissa > 3 * 10**room:
        # Nearer to 1, so that nothing is lost where the parts have opposite signs.
        mantissa //= 10
        adjusted += 1
    value = _ln_fixed(mantissa, 10**room)
    if adjusted:
        value += adjusted * _ln10_fixed(room)
    return value // 10 ** (room - places)


def _exp_digits(coefficient, exponent, sign, digits):
    """exp of a number as a coefficient of about so many digits and an exponent."""
    adjusted = count_digits(coefficient) + exponent
    places = digits + max(adjusted, 0) + 25 + digits // 8
    scale = 10**places
    if exponent + places >= 0:
        x = coefficient * 10 ** (exponent + places)
    else:
        x = coefficient // 10 ** -(exponent + places)
    x = -x if sign else x
    power, rest = divmod(x, _ln10_fixed(places))
    value = _exp_fixed(rest, scale)
    drop = places - digits
    return value // 10**drop, power - digits


@_method
def exp(self, context=None):
    """Return e to the power of the number."""
    context = _context(context)
    nan = self._nan_result(context)
    if nan is not None:
        return nan
    if self.is_infinite():
        return _make(0, 0, 0) if self._sign else _infinity(0)
    if not self:
        return _make(0, 1, 0)
    adjusted = self.adjusted()
    sign = self._sign
    working = context.copy()
    working.rounding = "ROUND_HALF_EVEN"
    _sharing(working, context)
    limit = len(str((context.Emax + 1) * 3 if not sign else (-context.Etiny() + 1) * 3))
    if adjusted > limit:
        if sign:
            return _make(0, 1, context.Etiny() - 1)._finished(working)
        return _make(0, 1, context.Emax + 1)._finished(working)
    if adjusted < -context.prec - 1:
        # 1 and a little something.
        prec = context.prec
        if sign:
            return _make(0, 10 ** (prec + 2) - 1, -prec - 2)._finished(working)
        return _make(0, 10 ** (prec + 1) + 1, -prec - 1)._finished(working)
    return _correctly_rounded(
        lambda digits: _exp_digits(self._int, self._exp, sign, digits), context
    )


def _logarithm_special(number, context):
    """The logarithm of a number where no computing is needed, or None."""
    nan = number._nan_result(context)
    if nan is not None:
        return nan
    if not number:
        return _infinity(1)
    if number._sign:
        return _invalid(context)
    if number.is_infinite():
        return _infinity(0)
    return None


def _signed(approximate, context):
    """Like `_correctly_rounded` for an approximation that may be negative."""
    value, _ = approximate(context.prec + 5)
    sign = int(value < 0)
    return _correctly_rounded(
        lambda digits: (abs(approximate(digits)[0]), approximate(digits)[1]), context, sign
    )


def _is_one(number):
    return number._cmp(_make(0, 1, 0)) == 0


@_method
def ln(self, context=None):
    """Return the natural logarithm."""
    context = _context(context)
    special = _logarithm_special(self, context)
    if special is not None:
        return special
    if _is_one(self):
        return _make(0, 0, 0)
    places = _leading_zeros_of_ln(self)

    def approximate(digits):
        return _ln_digits(self, digits + places), -digits - places

    return _signed(approximate, context)


def _leading_zeros_of_ln(number):
    """How many zeros follow the point of the logarithm, or a little more."""
    if number.adjusted() not in (-1, 0):
        return 0
    difference = number._subtract(_make(0, 1, 0), _working(count_digits(number._int) + 5))
    return max(0, 1 - difference.adjusted())


@_method
def log10(self, context=None):
    """Return the logarithm to the base 10."""
    context = _context(context)
    special = _logarithm_special(self, context)
    if special is not None:
        return special
    zeros = count_zeros(self._int)
    if self._int == 10**zeros:
        return operand(self._exp + zeros)._finished(context)
    places = _leading_zeros_of_ln(self) + 1

    def approximate(digits):
        room = digits + places + 10
        value = _ln_digits(self, room) * 10**room // _ln10_fixed(room)
        return value // 10**10, -digits - places

    return _signed(approximate, context)


def _is_integer(number):
    if number._exp >= 0 or not number._int:
        return True
    return count_zeros(number._int) >= -number._exp


def _is_odd(number):
    if not number._int or number._exp > 0:
        return False
    whole, _ = cut(0, number._int, -number._exp, "ROUND_DOWN")
    return whole & 1 == 1


def power(base, exponent, context):
    """base ** exponent."""
    nan = base._nan_result(context, exponent)
    if nan is not None:
        return nan
    if not exponent:
        return _invalid(context) if not base else _make(0, 1, 0)
    is_integer = not exponent.is_infinite() and _is_integer(exponent)
    sign = 0
    if base._sign:
        if is_integer:
            sign = int(_is_odd(exponent))
        elif base:
            return _invalid(context)
        base = base.copy_negate()
    if not base:
        return _make(sign, 0, 0) if not exponent._sign else _infinity(sign)
    if base.is_infinite():
        return _infinity(sign) if not exponent._sign else _make(sign, 0, 0)
    order = base._cmp(_make(0, 1, 0))
    if exponent.is_infinite():
        if order == 0:
            context._raise(Inexact, Rounded)
            prec = context.prec
            return _make(sign, 10 ** (prec - 1), 1 - prec)
        grows = (order > 0) == (not exponent._sign)
        return _infinity(0) if grows else _make(0, 0, 0)
    if order == 0:
        return _power_of_one(base, exponent, sign, is_integer, context)
    if is_integer:
        return _integer_power(base, exponent, sign, context)
    return _real_power(base, exponent, context)


def _power_of_one(base, exponent, sign, is_integer, context):
    prec = context.prec
    if not is_integer:
        context._raise(Inexact, Rounded)
        return _make(sign, 10 ** (prec - 1), 1 - prec)
    if exponent._sign:
        factor = 0
    else:
        factor = min(int(exponent), prec) if exponent.adjusted() < 30 else prec
    places = -base._exp * factor
    if places > prec - 1:
        places = prec - 1
        context._raise(Rounded)
    places = max(places, 0)
    return _make(sign, 10**places, -places)


def _out_of_range(base, exponent, sign, context):
    """The result where it is surely too large or too small, else None."""
    bound = base.adjusted()
    grows = (base._cmp(_make(0, 1, 0)) > 0) != bool(exponent._sign)
    # A lower bound of |log10(result)|: |log10(base)| is at least that of 1 + 10**-digits.
    if bound >= 1:
        least = bound
    elif bound <= -2:
        least = -bound - 1
    else:
        return None
    limit = context.Emax if grows else -context.Etiny()
    if exponent.adjusted() + len(str(least)) - 1 > len(str(limit)) + 1:
        if grows:
            return _make(sign, 1, context.Emax + 1)._finished(context)
        return _make(sign, 1, context.Etiny() - 1)._finished(context)
    return None


def _integer_power(base, exponent, sign, context):
    if exponent.adjusted() > 25:
        grows = (base._cmp(_make(0, 1, 0)) > 0) != bool(exponent._sign)
        if grows:
            return _make(sign, 1, context.Emax + 1)._finished(context)
        return _make(sign, 1, context.Etiny() - 1)._finished(context)
    far = _out_of_range(base, exponent, sign, context)
    if far is not None:
        return far
    working = context.copy()
    working.clear_flags()
    working.clear_traps()
    working.clamp, working.rounding = 0, "ROUND_HALF_EVEN"
    working.prec += count_digits(exponent._int) + exponent._exp + 2
    count = abs(int(exponent))
    if exponent._sign:
        working.prec += 1
        base = _make(0, 1, 0)._divide(base, working)
    result = base
    for bit in bin(count)[3:]:
        result = result._multiply(result, working)
        if bit == "1":
            result = result._multiply(base, working)
        if type(result._exp) is str or not result._int and working.flags[Clamped]:
            break
    if result.is_infinite():
        result = _make(sign, 1, context.Emax + 1)
    # What happened on the way counts together with the last rounding.
    last = context.copy()
    last.clear_flags()
    last.clear_traps()
    result = _make(sign, result._int, result._exp)._finished(last)
    context._raise(*(working.flags._set | last.flags._set))
    return result


def _real_power(base, exponent, context):
    far = _out_of_range(base, exponent, 0, context)
    if far is not None:
        return far
    prec = context.prec
    exact = _exact_root(base, exponent, prec)
    if exact is not None:
        coefficient, power_of_ten = exact
        missing = prec - count_digits(coefficient)
        result = _make(0, coefficient * 10**missing, power_of_ten - missing)
        context._raise(Inexact, Rounded)
        return result._finished(context)
    if exponent.adjusted() + _size_of_ln(base) < -prec - 3:
        # 1 and a little something.
        grows = (base._cmp(_make(0, 1, 0)) > 0) != bool(exponent._sign)
        coefficient, places = (
            (10 ** (prec + 1) + 1, prec + 1) if grows else (10 ** (prec + 2) - 1, prec + 2)
        )
        return _make(0, coefficient, -places)._finished(context)

    def approximate(digits):
        size = max(0, exponent.adjusted() + _size_of_ln(base) + 2)
        room = digits + size + 15 + max(0, exponent.adjusted() + 1)
        value = _ln_digits(base, room) * exponent._int
        sign = int(value < 0) ^ exponent._sign
        value, power_of_ten = abs(value), exponent._exp - room
        result, its_exponent = _exp_digits(value, power_of_ten, sign, digits + 3)
        return result // 1000, its_exponent + 3

    if exponent.adjusted() + _size_of_ln(base) > len(str(context.Emax)) + 2:
        grows = (base._cmp(_make(0, 1, 0)) > 0) != bool(exponent._sign)
        if grows:
            return _make(0, 1, context.Emax + 1)._finished(context)
        return _make(0, 1, context.Etiny() - 1)._finished(context)
    return _correctly_rounded_any(approximate, context)


def _correctly_rounded_any(approximate, context):
    """Like `_correctly_rounded` by the context's own rounding."""
    extra = 5
    while True:
        coefficient, exponent = approximate(context.prec + extra)
        unit = 10 ** max(count_digits(coefficient) - context.prec - 1, 0)
        rest = coefficient % (5 * unit)
        if unit > 100 and 10 < rest < 5 * unit - 10:
            return _make(0, coefficient, exponent)._finished(context)
        extra += extra


def _size_of_ln(number):
    """The exponent of the first digit of ln(number), or one more."""
    adjusted = number.adjusted()
    if adjusted not in (-1, 0):
        return count_digits(abs(adjusted)) + 1
    return 1 - _leading_zeros_of_ln(number)


def _exact_root(base, exponent, prec):
    """The power as coefficient and exponent where it is exact with so many digits, else None."""
    import math

    # exponent = numerator / denominator in lowest terms; only roots of 2, 5 and their products
    # are possible, as the denominator divides a power of 10.
    numerator, denominator = exponent.copy_abs().as_integer_ratio()
    if denominator > 10 * (prec + base._int.bit_length()) or numerator > 10**6:
        return None
    coefficient, power_of_ten = base._int, base._exp
    zeros = count_zeros(coefficient)
    coefficient, power_of_ten = coefficient // 10**zeros, power_of_ten + zeros
    if exponent._sign:
        # 1 / coefficient is finite only for powers of 2 or 5.
        for prime, other in ((2, 5), (5, 2)):
            count = round(math.log(coefficient, prime)) if coefficient > 1 else 0
            if prime**count == coefficient:
                coefficient, power_of_ten = other**count, -power_of_ten - count
                break
        else:
            return None
    if power_of_ten % denominator:
        coefficient *= 10 ** (power_of_ten % denominator)
        power_of_ten -= power_of_ten % denominator
    root = _integer_root(coefficient, denominator)
    if root is None:
        return None
    if root > 1 and numerator * math.log10(root) > prec + 1:
        return None
    result = root**numerator
    zeros = count_zeros(result)
    result, its_exponent = result // 10**zeros, power_of_ten // denominator * numerator + zeros
    return (result, its_exponent) if count_digits(result) <= prec else None


def _integer_root(number, degree):
    """The root of a number that is a power of an integer, else None."""
    low, high = 1, 1 << (number.bit_length() // degree + 1)
    while low <= high:
        middle = (low + high) // 2
        power_of_middle = middle**degree
        if power_of_middle == number:
            return middle
        if power_of_middle < number:
            low = middle + 1
        else:
            high = middle - 1
    return None


def power_modulo(base, exponent, modulo, context):
    """base ** exponent % modulo, for integers."""
    nan = base._nan_result(context, exponent, modulo)
    if nan is not None:
        return nan
    if not (base.is_finite() and exponent.is_finite() and modulo.is_finite()):
        return _invalid(context)
    if not (_is_integer(base) and _is_integer(exponent) and _is_integer(modulo)):
        return _invalid(context)
    if exponent._sign or not modulo or not (base or exponent):
        return _invalid(context)
    if modulo.adjusted() >= context.prec:
        return _invalid(context)
    sign = base._sign & int(_is_odd(exponent))
    divisor = abs(int(modulo))
    result = pow(abs(int(base)) % divisor, int(exponent), divisor)
    return _make(sign, result, 0)
