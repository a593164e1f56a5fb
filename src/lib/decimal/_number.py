"""Decimal numbers: making them, their texts, comparison and basic arithmetic."""

import math
import numbers
import re
import sys
from collections import namedtuple

from ._context import MAX_CONTEXT, getcontext
from ._rounding import count_digits, count_zeros, cut, digits_of, number_of
from ._signals import (
    Clamped, ConversionSyntax, DivisionByZero, DivisionImpossible, DivisionUndefined,
    FloatOperation, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow,
)

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

_NUMBER = re.compile(
    r"(?P<sign>[-+])?(?:(?P<whole>\d+)(?:\.(?P<part>\d*))?|\.(?P<only>\d+))"
    r"(?:[eE](?P<exponent>[-+]?\d+))?",
)
_SPECIAL = re.compile(
    r"(?P<sign>[-+])?(?:(?P<infinity>inf(?:inity)?)|(?P<signal>s)?nan(?P<payload>\d*))",
    re.IGNORECASE | re.ASCII,
)
# Exponents of the numbers that are none.
_INFINITE, _QUIET, _SIGNALING = "F", "n", "N"
_MODULUS = sys.hash_info.modulus
_new = object.__new__


def _make(sign, coefficient, exponent, cls=None):
    number = _new(Decimal if cls is None else cls)
    number._sign = sign
    number._int = coefficient
    number._exp = exponent
    return number


def _infinity(sign):
    return _make(sign, 0, _INFINITE)


def _invalid(context, condition=InvalidOperation):
    context._raise(condition)
    return _make(0, 0, _QUIET)


def _parse(text, is_strict):
    """The sign, coefficient and exponent of a text; None if it is no number."""
    if not is_strict:
        text = text.strip().replace("_", "")
    found = _NUMBER.fullmatch(text)
    if found:
        sign = int(found["sign"] == "-")
        if found["only"] is not None:
            digits, part = found["only"], found["only"]
        else:
            part = found["part"] or ""
            digits = found["whole"] + part
        exponent = found["exponent"] or "0"
        if len(exponent) > 30:
            limit = 10**25
            exponent = -limit if exponent[0] == "-" else limit
        return sign, number_of(digits), int(exponent) - len(part)
    found = _SPECIAL.fullmatch(text)
    if not found:
        return None
    sign = int(found["sign"] == "-")
    if found["infinity"]:
        return sign, 0, _INFINITE
    kind = _SIGNALING if found["signal"] else _QUIET
    return sign, number_of(found["payload"] or "0"), kind


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if isinstance(exponent, str):
        if exponent not in (_INFINITE, _QUIET, _SIGNALING):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    if exponent == _INFINITE:
        return int(sign), 0, exponent
    try:
        digits = tuple(digits)
    except TypeError:
        raise ValueError("coefficient must be a tuple of digits") from None
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    coefficient = number_of("".join(str(int(digit)) for digit in digits) or "0")
    return int(sign), coefficient, exponent


def _from_float(value):
    if math.isinf(value):
        return int(value < 0), 0, _INFINITE
    sign = int(math.copysign(1.0, value) < 0)
    if math.isnan(value):
        return sign, 0, _QUIET
    numerator, denominator = abs(value).as_integer_ratio()
    power = denominator.bit_length() - 1
    return sign, numerator * 5**power, -power


def from_value(value, context=None, cls=None):
    """A new number. Without a context it is exact, with one rounded to that."""
    if isinstance(value, Decimal):
        if context is None:
            return value if type(value) is cls else _make(value._sign, value._int, value._exp, cls)
        sign, coefficient, exponent = value._sign, value._int, value._exp
    elif isinstance(value, int):
        sign, coefficient, exponent = int(value < 0), abs(int(value)), 0
    elif isinstance(value, str):
        parts = _parse(value, is_strict=context is not None)
        if parts is None:
            return _invalid(context or getcontext(), ConversionSyntax)
        sign, coefficient, exponent = parts
    elif isinstance(value, float):
        (context or getcontext())._raise(FloatOperation)
        sign, coefficient, exponent = _from_float(value)
    elif isinstance(value, (tuple, list)):
        sign, coefficient, exponent = _from_tuple(value)
    else:
        raise TypeError(
            f"conversion from {type(value).__name__} to Decimal is not supported"
        )
    number = _make(sign, coefficient, exponent, cls)
    if context is None:
        return _exact(number)
    if type(exponent) is str and exponent != _INFINITE:
        if coefficient and count_digits(coefficient) > context.prec - context.clamp:
            return _invalid(context, ConversionSyntax)
        return number
    return number._finished(context)


def _exact(number):
    exponent = number._exp
    if type(exponent) is not int or -10**17 < exponent < 10**17:
        return number
    before = MAX_CONTEXT.copy()
    finished = number._finished(before)
    if before.flags[Inexact] or before.flags[Rounded] or before.flags[Clamped]:
        return _invalid(getcontext())
    return _make(finished._sign, finished._int, finished._exp, type(number))


def operand(value):
    """A number for a method of contexts, which take integers as well."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _other(value):
    """A number for an operator, or None."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    return None


class Decimal:
    """A decimal number: a sign, the digits of its coefficient, and an exponent."""

    __module__ = "decimal"
    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        if context is not None and not hasattr(context, "_raise"):
            raise TypeError("optional argument must be a context")
        if context is None:
            return from_value(value, None, cls)
        with_context = getcontext()
        if context is with_context:
            return from_value(value, None, cls)
        # The context given gets the flags and has the traps.
        from ._context import setcontext

        setcontext(context)
        try:
            return from_value(value, None, cls)
        finally:
            setcontext(with_context)

    @classmethod
    def from_float(cls, f, /):
        """Return the exact value of a float or int."""
        if isinstance(f, int):
            number = _make(int(f < 0), abs(int(f)), 0)
        elif isinstance(f, float):
            number = _make(*_from_float(f))
        else:
            raise TypeError("argument must be int or float")
        return number if cls is Decimal else cls(number)

    # ── what kind of number it is ──

    def is_nan(self):
        """Return whether it is a NaN of either kind."""
        return self._exp in (_QUIET, _SIGNALING)

    def is_qnan(self):
        """Return whether it is a quiet NaN."""
        return self._exp == _QUIET

    def is_snan(self):
        """Return whether it is a signaling NaN."""
        return self._exp == _SIGNALING

    def is_infinite(self):
        """Return whether it is infinite."""
        return self._exp == _INFINITE

    def is_finite(self):
        """Return whether it is neither infinite nor a NaN."""
        return type(self._exp) is int

    def is_signed(self):
        """Return whether it has a minus sign."""
        return self._sign == 1

    def is_zero(self):
        """Return whether it is a zero."""
        return self._int == 0 and type(self._exp) is int

    def is_canonical(self):
        """Return True."""
        return True

    def is_normal(self, context=None):
        """Return whether it is finite, not zero, and not subnormal."""
        if not self:
            return False
        context = getcontext() if context is None else context
        return self.is_finite() and context.Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        """Return whether it is not zero and smaller than any normal number."""
        if not self or not self.is_finite():
            return False
        context = getcontext() if context is None else context
        return self.adjusted() < context.Emin

    def number_class(self, context=None):
        """Return the name of the kind of number."""
        if self.is_nan():
            return "sNaN" if self.is_snan() else "NaN"
        sign = "-" if self._sign else "+"
        if self.is_infinite():
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def adjusted(self):
        """Return the exponent that the first digit has."""
        if type(self._exp) is str:
            return 0
        return self._exp + count_digits(self._int) - 1

    def canonical(self):
        """Return the number itself."""
        return self

    def conjugate(self):
        """Return the number itself."""
        return self

    def radix(self):
        """Return 10."""
        return _make(0, 10, 0)

    real = property(conjugate)
    imag = property(lambda self: _make(0, 0, 0))

    def as_tuple(self):
        """Return sign, digits and exponent."""
        exponent = self._exp
        if exponent == _INFINITE:
            digits = (0,)
        elif type(exponent) is str and not self._int:
            digits = ()
        else:
            digits = tuple(map(int, digits_of(self._int)))
        return DecimalTuple(self._sign, digits, exponent)

    def as_integer_ratio(self):
        """Return numerator and denominator in lowest terms."""
        if self.is_infinite():
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer ratio")
        if not self._int:
            return 0, 1
        numerator, denominator = self._int, 1
        if self._exp >= 0:
            numerator *= 10**self._exp
        else:
            denominator = 10**-self._exp
            common = math.gcd(numerator, denominator)
            numerator, denominator = numerator // common, denominator // common
        return -numerator if self._sign else numerator, denominator

    # ── texts ──

    def _text(self, capitals, engineering=False):
        sign = "-" if self._sign else ""
        exponent = self._exp
        if type(exponent) is str:
            if exponent == _INFINITE:
                return sign + "Infinity"
            payload = digits_of(self._int) if self._int else ""
            return sign + ("NaN" if exponent == _QUIET else "sNaN") + payload
        digits = digits_of(self._int)
        left = exponent + len(digits)
        if exponent <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = "0." + "0" * -point + digits
        elif point >= len(digits):
            text = digits + "0" * (point - len(digits))
        else:
            text = digits[:point] + "." + digits[point:]
        if left != point:
            text += ("E" if capitals else "e") + f"{left - point:+d}"
        return sign + text

    def __str__(self):
        return self._text(getcontext().capitals)

    def __repr__(self):
        return f"Decimal('{self._text(getcontext().capitals)}')"

    def _to_sci_string(self, context):
        return self._text(context.capitals)

    def to_eng_string(self, context=None):
        """Return a text whose exponent is a multiple of three."""
        context = getcontext() if context is None else context
        return self._text(context.capitals, engineering=True)

    def __format__(self, specifier, override=None, /):
        from ._format import formatted

        return formatted(self, specifier, getcontext(), override)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo, /):
        return self.__copy__()

    # ── rounding to a context ──

    def _finished(self, context):
        """The number as the context allows it."""
        exponent = self._exp
        if type(exponent) is str:
            return self._nan_cut(context) if exponent != _INFINITE else self
        sign, coefficient = self._sign, self._int
        prec = context.prec
        tiny = context.Emin - prec + 1
        top = context.Emax - prec + 1
        if not coefficient:
            greatest = top if context.clamp else context.Emax
            fitting = min(max(exponent, tiny), greatest)
            if fitting == exponent:
                return self
            result = _make(sign, 0, fitting)
            context._raise(Clamped)
            return result
        length = count_digits(coefficient)
        least = length + exponent - prec
        if least > top:
            return _overflow(sign, context)
        is_subnormal = least < tiny
        if is_subnormal:
            least = tiny
        if exponent < least:
            coefficient, is_inexact = cut(sign, coefficient, least - exponent, context.rounding)
            if count_digits(coefficient) > prec:
                coefficient //= 10
                least += 1
                if least > top:
                    return _overflow(sign, context)
            happened = [Rounded]
            if is_inexact:
                happened.append(Inexact)
            if is_subnormal:
                happened.append(Subnormal)
                if is_inexact:
                    happened.append(Underflow)
            if not coefficient:
                happened.append(Clamped)
            if context.clamp and least > top:
                coefficient *= 10 ** (least - top)
                least = top
                happened.append(Clamped)
            result = _make(sign, coefficient, least)
            context._raise(*happened)
            return result
        happened = [Subnormal] if is_subnormal else []
        result = self
        if context.clamp and exponent > top:
            happened.append(Clamped)
            result = _make(sign, coefficient * 10 ** (exponent - top), top)
        if happened:
            context._raise(*happened)
        return result if type(result) is Decimal else _make(sign, result._int, result._exp)

    def _nan_cut(self, context):
        room = context.prec - context.clamp
        if self._int and count_digits(self._int) > room:
            payload = self._int % 10**room
            return _make(self._sign, payload, self._exp)
        return self if type(self) is Decimal else _make(self._sign, self._int, self._exp)

    def _nan_result(self, context, *others):
        """The NaN that an operation gives when there is one among the numbers, else None."""
        quiet = None
        for number in (self, *others):
            exponent = number._exp
            if exponent == _SIGNALING:
                context._raise(InvalidOperation)
                return _make(number._sign, number._int, _QUIET)._nan_cut(context)
            if exponent == _QUIET and quiet is None:
                quiet = number
        return None if quiet is None else quiet._nan_cut(context)

    def _rescaled(self, exponent, rounding):
        """The number with another exponent, and whether that is inexact."""
        if not self._int or self._exp == exponent:
            return _make(self._sign, self._int, exponent), False
        if self._exp > exponent:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent), False
        coefficient, is_inexact = cut(self._sign, self._int, exponent - self._exp, rounding)
        return _make(self._sign, coefficient, exponent), is_inexact

    # ── comparison ──

    def __bool__(self):
        return self._int != 0 or type(self._exp) is str

    def _cmp(self, other):
        """Negative, zero or positive; for numbers that are no NaN."""
        if type(self._exp) is str or type(other._exp) is str:
            mine = (-1 if self._sign else 1) if self.is_infinite() else 0
            its = (-1 if other._sign else 1) if other.is_infinite() else 0
            return (mine > its) - (mine < its)
        if not self._int or not other._int:
            mine = (-1 if self._sign else 1) if self._int else 0
            its = (-1 if other._sign else 1) if other._int else 0
            return (mine > its) - (mine < its)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        order = -1 if self._sign else 1
        mine, its = self.adjusted(), other.adjusted()
        if mine != its:
            return order if mine > its else -order
        shift = self._exp - other._exp
        a, b = self._int, other._int
        if shift > 0:
            a *= 10**shift
        elif shift < 0:
            b *= 10**-shift
        return order * ((a > b) - (a < b))

    def _comparable(self, other, is_equality):
        """Another value as a number, with self multiplied alike; None if it can't be compared."""
        if isinstance(other, Decimal):
            return self, other
        if isinstance(other, int):
            return self, _other(other)
        if isinstance(other, float):
            context = getcontext()
            if is_equality:
                context.flags[FloatOperation] = True
            else:
                context._raise(FloatOperation)
            return self, _make(*_from_float(other))
        if isinstance(other, numbers.Rational):
            scaled = self
            if type(self._exp) is int:
                scaled = _make(self._sign, self._int * other.denominator, self._exp)
            return scaled, _other(int(other.numerator))
        if is_equality and isinstance(other, numbers.Complex) and other.imag == 0:
            return self._comparable(other.real, is_equality)
        return None

    def __eq__(self, other):
        pair = self._comparable(other, True)
        if pair is None:
            return NotImplemented
        a, b = pair
        if a.is_nan() or b.is_nan():
            if a.is_snan() or b.is_snan():
                getcontext()._raise(InvalidOperation)
            return False
        return a._cmp(b) == 0

    def _ordered(self, other):
        pair = self._comparable(other, False)
        if pair is None:
            return NotImplemented
        a, b = pair
        if a.is_nan() or b.is_nan():
            getcontext()._raise(InvalidOperation)
            return None
        return a._cmp(b)

    def __lt__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order >= 0

    def __hash__(self):
        exponent = self._exp
        if type(exponent) is str:
            if exponent == _SIGNALING:
                raise TypeError("Cannot hash a signaling NaN value")
            if exponent == _QUIET:
                return object.__hash__(self)
            return -sys.hash_info.inf if self._sign else sys.hash_info.inf
        if exponent >= 0:
            power = pow(10, exponent, _MODULUS)
        else:
            power = pow(pow(10, _MODULUS - 2, _MODULUS), -exponent, _MODULUS)
        value = self._int * power % _MODULUS
        value = -value if self._sign else value
        return -2 if value == -1 else value

    # ── conversions ──

    def __int__(self):
        if type(self._exp) is str:
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        if self._exp >= 0:
            number = self._int * 10**self._exp
        else:
            number, _ = cut(self._sign, self._int, -self._exp, "ROUND_DOWN")
        return -number if self._sign else number

    __trunc__ = __int__

    def _whole(self, rounding):
        if type(self._exp) is str:
            return int(self)
        return int(self._rescaled(0, rounding)[0] if self._exp < 0 else self)

    def __floor__(self):
        return self._whole("ROUND_FLOOR")

    def __ceil__(self):
        return self._whole("ROUND_CEILING")

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return self._whole("ROUND_HALF_EVEN")
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(0, 1, -ndigits))

    def __float__(self):
        if self.is_nan():
            if self.is_snan():
                raise ValueError("cannot convert signaling NaN to float")
            return -math.nan if self._sign else math.nan
        return float(self._text(1))

    def __complex__(self):
        return complex(float(self))

    # ── operators ──

    def __pos__(self):
        return self._plus(getcontext())

    def __neg__(self):
        return self._minus(getcontext())

    def __abs__(self):
        return self._abs(getcontext())

    def _plus(self, context):
        nan = self._nan_result(context)
        if nan is not None:
            return nan
        if not self and context.rounding != "ROUND_FLOOR":
            return self.copy_abs()._finished(context)
        return self._finished(context)

    def _minus(self, context):
        nan = self._nan_result(context)
        if nan is not None:
            return nan
        if not self and context.rounding != "ROUND_FLOOR":
            return self.copy_abs()._finished(context)
        return self.copy_negate()._finished(context)

    def _abs(self, context):
        return self._minus(context) if self._sign else self._plus(context)

    def _copy(self, context):
        return self

    def _add(self, other, context):
        a_exp, b_exp = self._exp, other._exp
        if type(a_exp) is str or type(b_exp) is str:
            nan = self._nan_result(context, other)
            if nan is not None:
                return nan
            if a_exp == _INFINITE:
                if b_exp == _INFINITE and self._sign != other._sign:
                    return _invalid(context)
                return _make(self._sign, 0, _INFINITE)
            return _make(other._sign, 0, _INFINITE)
        a, b = self._int, other._int
        exponent = a_exp if a_exp < b_exp else b_exp
        if not a and not b:
            sign = self._sign & other._sign
            if self._sign != other._sign and context.rounding == "ROUND_FLOOR":
                sign = 1
            return _make(sign, 0, exponent)._finished(context)
        if not a:
            exponent = max(exponent, b_exp - context.prec - 1)
            return other._rescaled(exponent, context.rounding)[0]._finished(context)
        if not b:
            exponent = max(exponent, a_exp - context.prec - 1)
            return self._rescaled(exponent, context.rounding)[0]._finished(context)
        if a_exp != b_exp:
            # What is far below the last digit counts as a little something.
            if a_exp > b_exp:
                least = a_exp + min(-1, count_digits(a) - context.prec - 2)
                if b_exp + count_digits(b) - 1 < least:
                    b, exponent = 1, least
                    b_exp = least
                a *= 10 ** (a_exp - exponent)
            else:
                least = b_exp + min(-1, count_digits(b) - context.prec - 2)
                if a_exp + count_digits(a) - 1 < least:
                    a, exponent = 1, least
                    a_exp = least
                b *= 10 ** (b_exp - exponent)
        total = (-a if self._sign else a) + (-b if other._sign else b)
        if not total:
            return _make(int(context.rounding == "ROUND_FLOOR"), 0, exponent)._finished(context)
        return _make(int(total < 0), abs(total), exponent)._finished(context)

    def _subtract(self, other, context):
        if self.is_nan() or other.is_nan():
            return self._nan_result(context, other)
        return self._add(_make(1 - other._sign, other._int, other._exp), context)

    def _multiply(self, other, context):
        sign = self._sign ^ other._sign
        if type(self._exp) is str or type(other._exp) is str:
            nan = self._nan_result(context, other)
            if nan is not None:
                return nan
            if not self or not other:
                return _invalid(context)
            return _infinity(sign)
        return _make(sign, self._int * other._int, self._exp + other._exp)._finished(context)

    def _divide(self, other, context):
        sign = self._sign ^ other._sign
        if type(self._exp) is str or type(other._exp) is str:
            nan = self._nan_result(context, other)
            if nan is not None:
                return nan
            if self.is_infinite():
                return _invalid(context) if other.is_infinite() else _infinity(sign)
            context._raise(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return _invalid(context, DivisionUndefined)
            context._raise(DivisionByZero)
            return _infinity(sign)
        if not self._int:
            return _make(sign, 0, self._exp - other._exp)._finished(context)
        shift = count_digits(other._int) - count_digits(self._int) + context.prec + 1
        exponent = self._exp - other._exp - shift
        if shift >= 0:
            quotient, rest = divmod(self._int * 10**shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10**-shift)
        if rest:
            # The digits that are cut off must not look like a half or nothing.
            if quotient % 5 == 0:
                quotient += 1
        else:
            zeros = min(count_zeros(quotient), self._exp - other._exp - exponent)
            if zeros > 0:
                quotient //= 10**zeros
                exponent += zeros
        return _make(sign, quotient, exponent)._finished(context)

    def _divided(self, other, context):
        """Whole quotient and remainder of finite numbers, the divisor not zero; None if the
        quotient has too many digits."""
        sign = self._sign ^ other._sign
        if other.is_infinite():
            ideal = self._exp
        else:
            ideal = min(self._exp, other._exp)
        gap = self.adjusted() - other.adjusted()
        if not self._int or other.is_infinite() or gap <= -2:
            return _make(sign, 0, 0), self._rescaled(ideal, context.rounding)[0]
        if gap <= context.prec:
            a, b = self._int, other._int
            if self._exp >= other._exp:
                a *= 10 ** (self._exp - other._exp)
            else:
                b *= 10 ** (other._exp - self._exp)
            quotient, rest = divmod(a, b)
            if quotient < 10**context.prec:
                return _make(sign, quotient, 0), _make(self._sign, rest, ideal)
        return None

    def _divide_int(self, other, context):
        nan = self._nan_result(context, other)
        if nan is not None:
            return nan
        if self.is_infinite():
            if other.is_infinite():
                return _invalid(context)
            return _infinity(self._sign ^ other._sign)
        if not other:
            if not self:
                return _invalid(context, DivisionUndefined)
            context._raise(DivisionByZero)
            return _infinity(self._sign ^ other._sign)
        divided = self._divided(other, context)
        if divided is None:
            return _invalid(context, DivisionImpossible)
        return divided[0]._finished(context)

    def _remainder(self, other, context):
        nan = self._nan_result(context, other)
        if nan is not None:
            return nan
        if self.is_infinite():
            return _invalid(context)
        if not other:
            return _invalid(context, InvalidOperation if self else DivisionUndefined)
        divided = self._divided(other, context)
        if divided is None:
            return _invalid(context, DivisionImpossible)
        return divided[1]._finished(context)

    def _divmod(self, other, context):
        nan = self._nan_result(context, other)
        if nan is not None:
            return nan, nan
        if self.is_infinite():
            if other.is_infinite():
                return _invalid(context), _invalid(context)
            return _infinity(self._sign ^ other._sign), _invalid(context)
        if not other:
            if not self:
                return _invalid(context, DivisionUndefined), _invalid(context, DivisionUndefined)
            context._raise(DivisionByZero, InvalidOperation)
            return _infinity(self._sign ^ other._sign), _make(0, 0, _QUIET)
        divided = self._divided(other, context)
        if divided is None:
            return _invalid(context, DivisionImpossible), _make(0, 0, _QUIET)
        return divided[0]._finished(context), divided[1]._finished(context)

    def _power(self, other, context):
        from ._functions import power

        return power(self, other, context)

    def _power_modulo(self, other, modulo, context):
        from ._functions import power_modulo

        return power_modulo(self, other, modulo, context)

    def __pow__(self, other, modulo=None, /):
        number = _other(other)
        if number is None:
            return NotImplemented
        if modulo is None:
            return self._power(number, getcontext())
        modulo = _other(modulo)
        return NotImplemented if modulo is None else self._power_modulo(
            number, modulo, getcontext()
        )

    def __rpow__(self, other, modulo=None, /):
        number = _other(other)
        return NotImplemented if number is None else number.__pow__(self, modulo)

    # ── signs ──

    def copy_abs(self):
        """Return the number without its sign."""
        return _make(0, self._int, self._exp)

    def copy_negate(self):
        """Return the number with the other sign."""
        return _make(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        """Return the number with the sign of another one."""
        return _make(operand(other)._sign, self._int, self._exp)


def _operators():
    def operator(name):
        def forward(self, other, /):
            number = _other(other)
            if number is None:
                return NotImplemented
            return getattr(self, name)(number, getcontext())

        def reflected(self, other, /):
            number = _other(other)
            if number is None:
                return NotImplemented
            return getattr(number, name)(self, getcontext())

        return forward, reflected

    for special, name in (
        ("add", "_add"), ("sub", "_subtract"), ("mul", "_multiply"), ("truediv", "_divide"),
        ("floordiv", "_divide_int"), ("mod", "_remainder"), ("divmod", "_divmod"),
    ):
        for prefix, function in zip(("", "r"), operator(name)):
            function.__name__ = f"__{prefix}{special}__"
            function.__qualname__ = f"Decimal.{function.__name__}"
            setattr(Decimal, function.__name__, function)


_operators()


def _overflow(sign, context):
    rounding = context.rounding
    goes_down = (
        rounding in ("ROUND_DOWN", "ROUND_05UP")
        or rounding == "ROUND_CEILING" and sign
        or rounding == "ROUND_FLOOR" and not sign
    )
    if goes_down:
        result = _make(sign, 10**context.prec - 1, context.Emax - context.prec + 1)
    else:
        result = _infinity(sign)
    context._raise(Overflow, Inexact, Rounded)
    return result


numbers.Number.register(Decimal)
