"""Reading JSON."""

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")

_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}

_ESCAPES = {
    '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}

_SPACE = " \t\n\r"
_DIGITS = "0123456789"
_HEX = frozenset("0123456789abcdefABCDEF")


class JSONDecodeError(ValueError):
    """Raised for texts that aren't JSON; says where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _decode_u(text, position):
    """Read the four hexadecimal digits behind the position of a `u`."""
    digits = text[position + 1:position + 5]
    # At least the closing quote has to follow.
    if position + 5 >= len(text) or not _HEX.issuperset(digits):
        raise JSONDecodeError("Invalid \\uXXXX escape", text, position)
    return int(digits, 16)


def scanstring(text, end, strict=True):
    """Read a string whose opening quote is before `end`; returns it and where it ends."""
    begin = end - 1
    pieces = []
    while True:
        quote = text.find('"', end)
        stop = len(text) if quote < 0 else quote
        backslash = text.find("\\", end, stop)
        if backslash >= 0:
            stop = backslash
        piece = text[end:stop]
        if strict and not piece.isprintable():
            for offset, character in enumerate(piece):
                if character < " ":
                    raise JSONDecodeError("Invalid control character at", text, end + offset)
        pieces.append(piece)
        if stop == quote:
            return "".join(pieces), stop + 1
        if backslash < 0:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        escape = text[stop + 1:stop + 2]
        if not escape:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        end = stop + 2
        if escape != "u":
            try:
                pieces.append(_ESCAPES[escape])
            except KeyError:
                raise JSONDecodeError("Invalid \\escape", text, stop) from None
            continue
        code = _decode_u(text, stop + 1)
        end += 4
        if 0xD800 <= code <= 0xDBFF and text.startswith("\\u", end):
            low = text[end + 2:end + 6]
            if len(low) == 4 and _HEX.issuperset(low) and 0xDC00 <= int(low, 16) <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | (int(low, 16) - 0xDC00))
                end += 6
            else:
                _decode_u(text, end + 1)
        pieces.append(chr(code))


py_scanstring = scanstring


def _skip_space(text, position):
    while text[position:position + 1] in _SPACE and position < len(text):
        position += 1
    return position


class _NoValue(Exception):
    """No value begins at this position."""


class JSONDecoder:
    """Makes objects of JSON: dict, list, str, int, float, True, False, None."""

    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None,
        parse_constant=None, strict=True, object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        # Equal keys share one string.
        self.memo = {}

    def decode(self, s):
        """Return the object that the whole text describes."""
        obj, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """Return an object and where its text ends; more may follow there."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", s, error.value) from None

    def scan_once(self, s, idx):
        """Read the value that begins at `idx`; StopIteration if there is none."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        try:
            return self._value(s, idx)
        except _NoValue as error:
            raise StopIteration(error.args[0]) from None
        finally:
            self.memo.clear()

    def _value(self, text, position):
        first = text[position:position + 1]
        if first == '"':
            return scanstring(text, position + 1, self.strict)
        if first == "{":
            return self._object(text, position + 1)
        if first == "[":
            return self._array(text, position + 1)
        if first == "n" and text.startswith("null", position):
            return None, position + 4
        if first == "t" and text.startswith("true", position):
            return True, position + 4
        if first == "f" and text.startswith("false", position):
            return False, position + 5
        if first and first in "-0123456789":
            number = self._number(text, position)
            if number is not None:
                return number
        for name in _CONSTANTS:
            if first == name[0] and text.startswith(name, position):
                return self.parse_constant(name), position + len(name)
        raise _NoValue(position)

    def _number(self, text, start):
        length = len(text)
        position = start + 1 if text[start] == "-" else start
        if position >= length or text[position] not in _DIGITS:
            return None
        if text[position] == "0":
            position += 1
        else:
            while position < length and text[position] in _DIGITS:
                position += 1
        is_float = False
        if text[position:position + 1] == ".":
            end = position + 1
            while end < length and text[end] in _DIGITS:
                end += 1
            if end > position + 1:
                position = end
                is_float = True
        if text[position:position + 1] in ("e", "E"):
            end = position + 1
            if text[end:end + 1] in ("+", "-"):
                end += 1
            digits = end
            while end < length and text[end] in _DIGITS:
                end += 1
            if end > digits:
                position = end
                is_float = True
        parse = self.parse_float if is_float else self.parse_int
        return parse(text[start:position]), position

    def _object(self, text, position):
        pairs = []
        remember = self.memo.setdefault
        position = _skip_space(text, position)
        if text[position:position + 1] == "}":
            return self._finished(pairs), position + 1
        while True:
            if text[position:position + 1] != '"':
                raise JSONDecodeError(
                    "Expecting property name enclosed in double quotes", text, position
                )
            key, position = scanstring(text, position + 1, self.strict)
            key = remember(key, key)
            if text[position:position + 1] != ":":
                position = _skip_space(text, position)
                if text[position:position + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", text, position)
            position = _skip_space(text, position + 1)
            try:
                value, position = self._value(text, position)
            except _NoValue as error:
                raise JSONDecodeError("Expecting value", text, error.args[0]) from None
            pairs.append((key, value))
            position = _skip_space(text, position)
            following = text[position:position + 1]
            if following == "}":
                return self._finished(pairs), position + 1
            if following != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, position)
            comma = position
            position = _skip_space(text, position + 1)
            if text[position:position + 1] == "}":
                raise JSONDecodeError(
                    "Illegal trailing comma before end of object", text, comma
                )

    def _finished(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        result = dict(pairs)
        if self.object_hook is not None:
            return self.object_hook(result)
        return result

    def _array(self, text, position):
        values = []
        position = _skip_space(text, position)
        if text[position:position + 1] == "]":
            return values, position + 1
        while True:
            try:
                value, position = self._value(text, position)
            except _NoValue as error:
                raise JSONDecodeError("Expecting value", text, error.args[0]) from None
            values.append(value)
            position = _skip_space(text, position)
            following = text[position:position + 1]
            if following == "]":
                return values, position + 1
            if following != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, position)
            comma = position
            position = _skip_space(text, position + 1)
            if text[position:position + 1] == "]":
                raise JSONDecodeError(
                    "Illegal trailing comma before end of array", text, comma
                )
