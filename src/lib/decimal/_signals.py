"""What can happen to a computation: the signals, and the dictionaries of flags and traps."""

from collections.abc import MutableMapping


class DecimalException(ArithmeticError):
    """The base of all signals."""

    __module__ = "decimal"


def _signal(name, doc, *bases):
    return type(name, bases or (DecimalException,), {"__module__": "decimal", "__doc__": doc})


InvalidOperation = _signal("InvalidOperation", "There is no result but NaN.")
FloatOperation = _signal(
    "FloatOperation", "A float met a Decimal unasked.", DecimalException, TypeError
)
DivisionByZero = _signal(
    "DivisionByZero", "A number was divided by zero.", DecimalException, ZeroDivisionError
)
Inexact = _signal("Inexact", "Digits other than zeros were rounded away.")
Rounded = _signal("Rounded", "Digits were rounded away.")
Subnormal = _signal("Subnormal", "The exponent was below Emin before rounding.")
Clamped = _signal("Clamped", "The exponent was changed to fit.")
Overflow = _signal("Overflow", "The result is too large.", Inexact, Rounded)
Underflow = _signal("Underflow", "The result was rounded to zero or nearly so.", Inexact,
                    Rounded, Subnormal)

# Kinds of invalid operation: they name the reason, the flag is the one of InvalidOperation.
ConversionSyntax = _signal("ConversionSyntax", "A text is no number.", InvalidOperation)
DivisionImpossible = _signal(
    "DivisionImpossible", "The integer quotient has too many digits.", InvalidOperation
)
DivisionUndefined = _signal(
    "DivisionUndefined", "Zero was divided by zero.", InvalidOperation, ZeroDivisionError
)
InvalidContext = _signal("InvalidContext", "A context's number is out of range.", InvalidOperation)

SIGNALS = (
    InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact,
    Rounded, Clamped,
)
CONDITIONS = (
    InvalidOperation, ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext,
)


def signal_of(condition):
    """The signal whose flag and trap a condition has."""
    return InvalidOperation if condition in CONDITIONS else condition


# As contexts show them.
SHOWN = (
    Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
    Subnormal, Underflow,
)
_VALID = (
    "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
    "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]"
)


class SignalDict(MutableMapping):
    """For each signal whether it is set; every signal is there."""

    __module__ = "decimal"
    __slots__ = ("_set",)
    __hash__ = None

    def __init__(self, signals=()):
        self._set = set(signals)

    def _check(self, signal):
        if signal not in SIGNALS:
            raise KeyError(_VALID)
        return signal

    def __getitem__(self, signal):
        return self._check(signal) in self._set

    def __setitem__(self, signal, value):
        if value:
            self._set.add(self._check(signal))
        else:
            self._set.discard(self._check(signal))

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(SIGNALS)

    def __len__(self):
        return len(SIGNALS)

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self._set == other._set
        if isinstance(other, dict):
            return dict(self) == other
        return NotImplemented

    def __repr__(self):
        return "{" + ", ".join(f"{signal}:{self[signal]}" for signal in SIGNALS) + "}"

    def copy(self):
        """Return a dict of the same keys and values."""
        return dict(self)


def signals_from(value):
    """The set of signals that a SignalDict, a complete dict or a list stands for."""
    if isinstance(value, SignalDict):
        return set(value._set)
    if isinstance(value, dict):
        if len(value) != len(SIGNALS) or any(key not in SIGNALS for key in value):
            raise KeyError("invalid signal dict")
        return {signal for signal, is_set in value.items() if is_set}
    raise TypeError("argument must be a signal dict")


def signals_in(value):
    """The same for what `Context()` takes, which may be a list."""
    if not isinstance(value, list):
        return signals_from(value)
    for signal in value:
        if signal not in SIGNALS:
            raise KeyError(_VALID)
    return set(value)
