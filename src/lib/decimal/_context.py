"""Contexts: precision, rounding, the range of exponents, flags and traps."""

import contextvars

from ._signals import (
    CONDITIONS, DivisionByZero, InvalidOperation, Overflow, SHOWN, SIGNALS, SignalDict, signal_of,
    signals_from, signals_in,
)

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (
    ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN,
    ROUND_HALF_EVEN, ROUND_05UP,
)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


def _check_rounding(value):
    if value not in ROUNDINGS:
        raise TypeError(
            "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, "
            "ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
        )
    return value


def _checked_int(value):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    if not -(2**63) <= value < 2**63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return int(value)


def _checked(low, high, text):
    def check(value):
        value = _checked_int(value)
        if not low <= value <= high:
            raise ValueError(f"valid range for {text}")
        return value

    return check


_CHECKS = {
    "prec": _checked(1, MAX_PREC, "prec is [1, MAX_PREC]"),
    "rounding": _check_rounding,
    "Emin": _checked(MIN_EMIN, 0, "Emin is [MIN_EMIN, 0]"),
    "Emax": _checked(0, MAX_EMAX, "Emax is [0, MAX_EMAX]"),
    "capitals": None,
    "clamp": None,
}


def _check_bit(name, value):
    value = _checked_int(value)
    if value not in (0, 1):
        raise ValueError(f"valid values for {name} are 0 or 1")
    return value


class Context:
    """How numbers are computed, and what has happened meanwhile."""

    __module__ = "decimal"
    __slots__ = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps")

    def __init__(
        self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
        flags=None, traps=None,
    ):
        default = DefaultContext
        self.prec = default.prec if prec is None else prec
        self.rounding = default.rounding if rounding is None else rounding
        self.Emin = default.Emin if Emin is None else Emin
        self.Emax = default.Emax if Emax is None else Emax
        self.capitals = default.capitals if capitals is None else capitals
        self.clamp = default.clamp if clamp is None else clamp
        self.flags = SignalDict() if flags is None else SignalDict(signals_in(flags))
        self.traps = SignalDict(default.traps._set if traps is None else signals_in(traps))

    def __setattr__(self, name, value):
        if name in ("flags", "traps"):
            value = SignalDict(signals_from(value))
        elif name in ("capitals", "clamp"):
            value = _check_bit(name, value)
        else:
            check = _CHECKS.get(name)
            if check is None:
                raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
            value = check(value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in Context.__slots__:
            raise AttributeError("context attributes cannot be deleted")
        object.__delattr__(self, name)

    def __repr__(self):
        def names(signals):
            return "[" + ", ".join(signal.__name__ for signal in SHOWN if signals[signal]) + "]"

        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, "
            f"Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, "
            f"flags={names(self.flags)}, traps={names(self.traps)})"
        )

    def __reduce__(self):
        flags = [signal for signal in SIGNALS if self.flags[signal]]
        traps = [signal for signal in SIGNALS if self.traps[signal]]
        return Context, (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, flags,
            traps,
        )

    def copy(self):
        """Return a copy of the context, with flags and traps of its own."""
        return Context(
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags,
            self.traps,
        )

    __copy__ = copy

    def clear_flags(self):
        """Reset all flags."""
        self.flags._set.clear()

    def clear_traps(self):
        """Reset all traps."""
        self.traps._set.clear()

    def Etiny(self):
        """Return the least exponent of a subnormal number."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """Return the greatest exponent of a number with all its digits."""
        return self.Emax - self.prec + 1

    def _raise(self, *conditions):
        """Set the flags of what has happened; raise what is trapped."""
        signals = {signal_of(condition) for condition in conditions}
        self.flags._set |= signals
        trapped = signals & self.traps._set
        if trapped:
            told = [c for c in CONDITIONS if c in conditions and signal_of(c) in trapped]
            told += [signal for signal in SIGNALS[1:] if signal in trapped]
            raise next(signal for signal in SIGNALS if signal in trapped)(told)

    def create_decimal(self, num="0", /):
        """Return a number rounded to the context; a text must be one without blanks."""
        from ._number import from_value

        return from_value(num, self)

    def create_decimal_from_float(self, f, /):
        """Return a float's value rounded to the context."""
        from ._number import Decimal

        return Decimal.from_float(f)._finished(self)

    def radix(self):
        """Return 10."""
        from ._number import Decimal

        return Decimal(10)


def _context_method(name, count, takes_context=True):
    """A method of contexts that calls one of numbers; integers are taken as numbers."""

    def call(self, *operands):
        from ._number import operand

        numbers = [operand(value) for value in operands]
        method = getattr(numbers[0], name)
        return method(*numbers[1:], context=self) if takes_context else method(*numbers[1:])

    def one(self, x, /):
        return call(self, x)

    def two(self, x, y, /):
        return call(self, x, y)

    def three(self, x, y, z, /):
        return call(self, x, y, z)

    method = (one, two, three)[count - 1]
    method.__name__ = name
    method.__qualname__ = f"Context.{name}"
    return method


for _name in (
    "canonical is_canonical is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero "
    "copy_abs copy_negate"
).split():
    setattr(Context, _name, _context_method(_name, 1, takes_context=False))
for _count, _names in enumerate((
    "exp is_normal is_subnormal ln log10 logb logical_invert next_minus next_plus normalize "
    "number_class sqrt to_eng_string to_integral_exact to_integral_value",
    "compare compare_signal compare_total compare_total_mag copy_sign logical_and logical_or "
    "logical_xor max max_mag min min_mag next_toward quantize remainder_near rotate same_quantum "
    "scaleb shift",
    "fma",
), start=1):
    for _name in _names.split():
        setattr(Context, _name, _context_method(_name, _count))
for _public, _private, _count in (
    ("abs", "_abs", 1), ("plus", "_plus", 1), ("minus", "_minus", 1), ("add", "_add", 2),
    ("subtract", "_subtract", 2), ("multiply", "_multiply", 2), ("divide", "_divide", 2),
    ("divide_int", "_divide_int", 2), ("remainder", "_remainder", 2), ("divmod", "_divmod", 2),
    ("copy_decimal", "_copy", 1), ("to_sci_string", "_to_sci_string", 1),
    ("_apply", "_plus", 1),
):
    setattr(Context, _public, _context_method(_private, _count))
    getattr(Context, _public).__name__ = _public
    getattr(Context, _public).__qualname__ = f"Context.{_public}"
Context.to_integral = Context.to_integral_value


def _power(self, a, b, modulo=None):
    """Return a to the power of b, of which the remainder by modulo if that is given."""
    from ._number import operand

    if modulo is None:
        return operand(a)._power(operand(b), context=self)
    return operand(a)._power_modulo(operand(b), operand(modulo), self)


Context.power = _power


class _DefaultsOfDefault:
    prec, rounding, Emin, Emax, capitals, clamp = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0
    traps = SignalDict([InvalidOperation, DivisionByZero, Overflow])


DefaultContext = _DefaultsOfDefault
DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[
    signal for signal in SIGNALS
    if signal.__name__ in ("InvalidOperation", "DivisionByZero", "Overflow", "Underflow", "Clamped")
], flags=[])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])
# Exact, but for what no memory could hold.
MAX_CONTEXT = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[], flags=[])

_current = contextvars.ContextVar("decimal_context")


def getcontext():
    """Return the context of the running task or thread."""
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context, /):
    """Set the context of the running task or thread; the module's templates are copied."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class ContextManager:
    """What `localcontext` returns: the copy holds in the `with` block."""

    __module__ = "decimal"

    def __init__(self, context):
        self._local = context

    def __enter__(self):
        self._outer = getcontext()
        setcontext(self._local)
        return self._local

    def __exit__(self, *_):
        setcontext(self._outer)


def localcontext(ctx=None, **kwargs):
    """Return a context manager for a copy of a context, with some of its attributes changed."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if name not in Context.__slots__:
            raise TypeError(
                f"this function got an unexpected keyword argument '{name}'"
            )
        setattr(ctx, name, value)
    return ContextManager(ctx)
