"""The conventions of a place: Ouro knows the C locale only."""

__all__ = [
    "getlocale", "getdefaultlocale", "getpreferredencoding", "getencoding", "setlocale",
    "localeconv", "strcoll", "strxfrm", "str", "atof", "atoi", "delocalize", "localize",
    "currency", "format_string", "normalize", "Error", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES",
    "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX",
]

import builtins

LC_CTYPE = 0
LC_NUMERIC = 1
LC_TIME = 2
LC_COLLATE = 3
LC_MONETARY = 4
LC_MESSAGES = 5
LC_ALL = 6
CHAR_MAX = 127


class Error(Exception):
    """A locale that there is not."""

    __module__ = "locale"


def setlocale(category, locale=None):
    """Return the locale, which is always "C"; any other cannot be set."""
    if not isinstance(category, int):
        raise TypeError(
            f"'{type(category).__name__}' object cannot be interpreted as an integer"
        )
    if not LC_CTYPE <= category <= LC_ALL:
        raise Error("unsupported locale setting")
    if locale is None or locale in ("", "C", "POSIX"):
        return "C"
    raise Error("unsupported locale setting")


def getlocale(category=LC_CTYPE):
    """Return the language and the encoding: that of the C locale has neither."""
    return (None, None)


def getdefaultlocale(envvars=()):
    """Return the language and the encoding of the environment."""
    return (None, None)


def getencoding():
    """Return the encoding of text files that say nothing else."""
    return "utf-8"


def getpreferredencoding(do_setlocale=True):
    """Return the encoding of text files that say nothing else."""
    return "utf-8"


def normalize(localename):
    """Return the full name of a locale."""
    return localename


def localeconv():
    """Return the conventions for numbers and money."""
    return {
        "int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "",
        "mon_thousands_sep": "", "mon_grouping": [], "positive_sign": "", "negative_sign": "",
        "int_frac_digits": CHAR_MAX, "frac_digits": CHAR_MAX, "p_cs_precedes": CHAR_MAX,
        "p_sep_by_space": CHAR_MAX, "n_cs_precedes": CHAR_MAX, "n_sep_by_space": CHAR_MAX,
        "p_sign_posn": CHAR_MAX, "n_sign_posn": CHAR_MAX, "decimal_point": ".",
        "thousands_sep": "", "grouping": [],
    }


def strcoll(a, b, /):
    """Compare two texts: negative, zero or positive."""
    return (a > b) - (a < b)


def strxfrm(string, /):
    """Return a text whose order is that of strcoll()."""
    return string


def format_string(f, val, grouping=False, monetary=False):
    """Format as % does; there are no groups in the C locale."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    """Format an amount of money, which the C locale cannot."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """Format a float."""
    return f"{val:.12g}"


def delocalize(string):
    """Return a number's text as float() reads it."""
    return string


def localize(string, grouping=False, monetary=False):
    """Return a number's text with the marks of the locale."""
    return string


def atof(string, func=float):
    """Read a float."""
    return func(delocalize(string))


def atoi(string):
    """Read an int."""
    return builtins.int(delocalize(string))
