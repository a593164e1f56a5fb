"""Fractions: exact rational numbers."""

import math
import numbers
import operator
import re
import sys

__all__ = ["Fraction"]

_FORMAT = re.compile(
    r"""
    \A\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(?:_\d+)*)
    (?:
        (?:\s*/\s*(?P<denom>\d+(?:_\d+)*))?
      | (?:\.(?P<decimal>\d*|\d+(?:_\d+)*))?(?:E(?P<exp>[-+]?\d+(?:_\d+)*))?
    )
    \s*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)

_SPEC = re.compile(
    r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<no_neg_zero>z)?(?P<alt>\#)?
    (?P<zeropad>0(?=[0-9]))?(?P<width>[0-9]+)?(?P<sep>[,_])?(?:\.(?P<precision>[0-9]+))?
    (?P<type>[eEfFgG%])?
    """,
    re.DOTALL | re.VERBOSE,
)


class Fraction(numbers.Rational):
    """A number that is one int over another, in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, str):
                self._numerator, self._denominator = _parsed(numerator)
                return self
            if hasattr(type(numerator), "as_integer_ratio") or isinstance(numerator, float):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            raise TypeError("argument should be a string or a Rational instance")
        if type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a decimal number."""
        from decimal import Decimal

        if isinstance(dec, numbers.Integral):
            return cls(int(dec))
        if not isinstance(dec, Decimal):
            raise TypeError(
                f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} "
                f"({type(dec).__name__})"
            )
        return cls(*dec.as_integer_ratio())

    @classmethod
    def _made(cls, numerator, denominator):
        """A fraction that is in lowest terms already."""
        self = super().__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    def is_integer(self):
        """True if it is whole."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return numerator and denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Return the nearest fraction whose denominator is not greater."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._made(p1, q1)
        return Fraction._made(p0 + k * p1, q0 + k * q1)

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __hash__(self):
        modulus = sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = sys.hash_info.inf
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return 0.0 == other
            return self == self.from_float(other)
        return NotImplemented

    def _compare(self, other, operation):
        if isinstance(other, numbers.Rational):
            return operation(
                self._numerator * other.denominator, self._denominator * other.numerator
            )
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return operation(0.0, other)
            return operation(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, operator.lt)

    def __gt__(self, other):
        return self._compare(other, operator.gt)

    def __le__(self, other):
        return self._compare(other, operator.le)

    def __ge__(self, other):
        return self._compare(other, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __add__(self, other):
        return _combine(self, other, _sum, operator.add)

    def __radd__(self, other):
        return _combine_reflected(self, other, _sum, operator.add)

    def __sub__(self, other):
        return _combine(self, other, _difference, operator.sub)

    def __rsub__(self, other):
        return _combine_reflected(self, other, _difference, operator.sub)

    def __mul__(self, other):
        return _combine(self, other, _product, operator.mul)

    def __rmul__(self, other):
        return _combine_reflected(self, other, _product, operator.mul)

    def __truediv__(self, other):
        return _combine(self, other, _quotient, operator.truediv)

    def __rtruediv__(self, other):
        return _combine_reflected(self, other, _quotient, operator.truediv)

    def __floordiv__(self, other):
        return _combine(self, other, _floor, operator.floordiv)

    def __rfloordiv__(self, other):
        return _combine_reflected(self, other, _floor, operator.floordiv)

    def __mod__(self, other):
        return _combine(self, other, _rest, operator.mod)

    def __rmod__(self, other):
        return _combine_reflected(self, other, _rest, operator.mod)

    def __divmod__(self, other):
        return _combine(self, other, lambda a, b: (_floor(a, b), _rest(a, b)), divmod)

    def __rdivmod__(self, other):
        return _combine_reflected(self, other, lambda a, b: (_floor(a, b), _rest(a, b)), divmod)

    def __pow__(self, other):
        if not isinstance(other, numbers.Rational):
            if isinstance(other, (float, complex)):
                return float(self) ** other
            return NotImplemented
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        if power >= 0:
            return Fraction._made(self._numerator**power, self._denominator**power)
        if self._numerator > 0:
            return Fraction._made(self._denominator**-power, self._numerator**-power)
        if self._numerator == 0:
            raise ZeroDivisionError(f"Fraction({self._denominator ** -power}, 0)")
        return Fraction._made((-self._denominator) ** -power, (-self._numerator) ** -power)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other**self._numerator
        if isinstance(other, numbers.Rational):
            return Fraction(other.numerator, other.denominator) ** self
        return other ** float(self)

    def __pos__(self):
        return Fraction._made(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._made(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._made(abs(self._numerator), self._denominator)

    def __int__(self):
        return math.trunc(self)

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            if twice < self._denominator or twice == self._denominator and whole % 2 == 0:
                return whole
            return whole + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __format__(self, format_spec, /):
        found = _SPEC.fullmatch(format_spec)
        if found is None:
            raise ValueError(
                f"Invalid format specifier {format_spec!r} for object of type "
                f"{type(self).__name__!r}"
            )
        if found["type"] is None and found["precision"] is None:
            return self._format_plain(found, format_spec)
        raise NotImplementedError(
            "formatting a Fraction as a decimal number is not supported by Ouro; float() is"
        )

    def _format_plain(self, found, format_spec):
        if found["no_neg_zero"] or found["zeropad"]:
            raise ValueError(
                f"Invalid format specifier {format_spec!r} for object of type "
                f"{type(self).__name__!r}"
            )
        separator = found["sep"] or ""
        body = f"{abs(self._numerator):{separator}}"
        if self._denominator > 1 or found["alt"]:
            body += f"/{self._denominator:{separator}}"
        sign = "-" if self._numerator < 0 else "" if found["sign"] == "-" else found["sign"]
        padding = (found["fill"] or " ") * (int(found["width"] or 0) - len(sign) - len(body))
        align = found["align"] or ">"
        if align == ">":
            return padding + sign + body
        if align == "<":
            return sign + body + padding
        if align == "=":
            return sign + padding + body
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]


def _parsed(text):
    """Numerator and denominator of a text."""
    found = _FORMAT.match(text)
    if found is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    numerator = int(found["num"] or "0")
    denominator = 1
    if found["denom"]:
        denominator = int(found["denom"])
    else:
        decimal = found["decimal"]
        if decimal:
            decimal = decimal.replace("_", "")
            scale = 10 ** len(decimal)
            numerator = numerator * scale + int(decimal)
            denominator = scale
        exponent = int(found["exp"] or 0)
        if exponent >= 0:
            numerator *= 10**exponent
        else:
            denominator *= 10**-exponent
    if found["sign"] == "-":
        numerator = -numerator
    if denominator == 0:
        raise ZeroDivisionError(f"Fraction({numerator}, 0)")
    common = math.gcd(numerator, denominator)
    return numerator // common, denominator // common


def _combine(a, b, exact, general):
    if isinstance(b, (int, Fraction)):
        return exact(a, Fraction(b))
    if isinstance(b, float):
        return general(float(a), b)
    if isinstance(b, complex) and general in _FOR_COMPLEX:
        return general(complex(a), b)
    return NotImplemented


_FOR_COMPLEX = (operator.add, operator.sub, operator.mul, operator.truediv)


def _combine_reflected(b, a, exact, general):
    if isinstance(a, numbers.Rational):
        return exact(Fraction(a), b)
    if isinstance(a, numbers.Real):
        return general(float(a), float(b))
    if isinstance(a, numbers.Complex) and general in _FOR_COMPLEX:
        return general(complex(a), complex(b))
    return NotImplemented


def _sum(a, b):
    return Fraction(
        a._numerator * b._denominator + b._numerator * a._denominator,
        a._denominator * b._denominator,
    )


def _difference(a, b):
    return Fraction(
        a._numerator * b._denominator - b._numerator * a._denominator,
        a._denominator * b._denominator,
    )


def _product(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _quotient(a, b):
    if b._numerator == 0:
        # Cancelled against nothing, the numerator leaves its sign.
        sign = (a._numerator > 0) - (a._numerator < 0)
        raise ZeroDivisionError(f"Fraction({sign}, 0)")
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _floor(a, b):
    return a._numerator * b._denominator // (a._denominator * b._numerator)


def _rest(a, b):
    return Fraction(
        a._numerator * b._denominator % (b._numerator * a._denominator),
        a._denominator * b._denominator,
    )
