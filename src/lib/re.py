"""Regular expressions.

Patterns are understood and run by the interpreter; here are the functions, the flags and the
error.
"""

import enum

import _sre

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
    "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
    "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
    "PatternError",
]

__version__ = "2.2.1"


@enum.global_enum
@enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)
class RegexFlag:
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class PatternError(Exception):
    """What is wrong with a pattern.

    Attributes: msg, pattern, pos (where, or None), lineno and colno of that place.
    """

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError

Pattern = _sre.Pattern
Match = _sre.Match


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string; a Match object or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string; a Match object or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Look for the first place where the pattern matches; a Match object or None."""
    return _compile(pattern, flags).search(string)


class _ZeroSentinel(int):
    pass


_zero_sentinel = _ZeroSentinel()


def _positional(function, name, args, value, flags):
    """The optional arguments that were given by position, which is deprecated."""
    if value is not _zero_sentinel:
        raise TypeError(f"{function}() got multiple values for argument '{name}'")
    value, *args = args
    if args:
        if flags is not _zero_sentinel:
            raise TypeError(f"{function}() got multiple values for argument 'flags'")
        flags, *args = args
        if args:
            takes = "4" if function == "split" else "5"
            least = "2" if function == "split" else "3"
            given = int(takes) + len(args)
            raise TypeError(
                f"{function}() takes from {least} to {takes} positional arguments but "
                f"{given} were given"
            )
    import warnings

    warnings.warn(
        f"'{name}' is passed as positional argument", DeprecationWarning, stacklevel=3
    )
    return value, flags


def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """Return the string with the matches of the pattern replaced.

    `repl` is a text with \\1 and \\g<name> for groups, or a function of the Match object.
    """
    if args:
        count, flags = _positional("sub", "count", args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


sub.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"


def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """The same as sub(), but returns a pair: the string and how many matches were replaced."""
    if args:
        count, flags = _positional("subn", "count", args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


subn.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"


def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
    """Split the string at the matches; groups of the pattern are in the list too."""
    if args:
        maxsplit, flags = _positional("split", "maxsplit", args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


split.__text_signature__ = "(pattern, string, maxsplit=0, flags=0)"


def findall(pattern, string, flags=0):
    """Return a list of all matches: texts, or the groups if the pattern has any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over the Match objects of all matches."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """Compile a pattern; returns a Pattern object."""
    return _compile(pattern, flags)


def purge():
    """Forget the compiled patterns."""
    _cache.clear()


_special = {i: "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """Put a backslash before every character that means something in patterns."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


def _warn(text):
    import warnings

    # At the caller of the function that has called _compile().
    warnings.warn(text, FutureWarning, stacklevel=4)


_cache = {}
_CACHE_LIMIT = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        # Other bytes-like objects too are patterns, but cannot be kept.
        return _sre.compile(pattern, flags, _warn)
    is_kept = not flags & 128
    compiled = _sre.compile(pattern, flags, _warn)
    if is_kept:
        if len(_cache) >= _CACHE_LIMIT:
            # The oldest goes: dicts keep the order.
            del _cache[next(iter(_cache))]
        _cache[key] = compiled
    return compiled


class Scanner:
    """Cuts a text into tokens: a list of pairs of pattern and action says how."""

    def __init__(self, lexicon, flags=0):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        self.match = None
        self._patterns = [(_sre.compile(phrase, flags, _warn), action) for phrase, action in lexicon]
        self.scanner = _sre.compile("|".join(f"(?:{phrase})" for phrase, _ in lexicon), flags, _warn)

    def scan(self, string):
        """Return a list of what the actions make of the tokens, and the text that is left."""
        result = []
        position = 0
        while True:
            for pattern, action in self._patterns:
                found = pattern.match(string, position)
                if found is not None:
                    break
            else:
                break
            end = found.end()
            if end == position:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            position = end
        return result, string[position:]
