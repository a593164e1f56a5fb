"""Writing JSON."""

INFINITY = float("inf")

_ESCAPES = {
    "\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
}
_ESCAPE_TABLE = {code: f"\\u{code:04x}" for code in range(0x20)}
_ESCAPE_TABLE.update({ord(character): text for character, text in _ESCAPES.items()})
_ASCII_TABLE = {**_ESCAPE_TABLE, 0x7F: "\\u007f"}


def encode_basestring(s):
    """Return a str as a JSON string."""
    return '"' + s.translate(_ESCAPE_TABLE) + '"'


def encode_basestring_ascii(s):
    """Return a str as a JSON string of ASCII characters only."""
    if s.isascii():
        if s.isprintable() and '"' not in s and "\\" not in s:
            return '"' + s + '"'
        return '"' + s.translate(_ASCII_TABLE) + '"'
    pieces = []
    for character in s.translate(_ASCII_TABLE):
        code = ord(character)
        if code < 0x80:
            pieces.append(character)
        elif code < 0x10000:
            pieces.append(f"\\u{code:04x}")
        else:
            code -= 0x10000
            pieces.append(f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}")
    return '"' + "".join(pieces) + '"'


py_encode_basestring = encode_basestring
py_encode_basestring_ascii = encode_basestring_ascii


class JSONEncoder:
    """Makes JSON of dict, list, tuple, str, int, float, True, False and None."""

    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
        sort_keys=False, indent=None, separators=None, default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Return something that can be written in place of an unknown object."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """Return an object as JSON."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """Return the pieces of the JSON text."""
        writer = _Writer(self, _one_shot)
        pieces = writer.value(o, 0)
        return list(pieces) if _one_shot else pieces


class _Writer:
    """Writes one object."""

    def __init__(self, encoder, one_shot):
        self.encoder = encoder
        # Whether only the whole text is wanted: then a few pieces are better than many.
        self.one_shot = one_shot
        self.default = encoder.default
        self.string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        indent = encoder.indent
        self.indent = " " * indent if indent is not None and not isinstance(indent, str) else indent
        # The containers that we are inside of.
        self.open = {} if encoder.check_circular else None

    def float(self, value):
        if value != value:
            text = "NaN"
        elif value == INFINITY:
            text = "Infinity"
        elif value == -INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(value)
        if not self.encoder.allow_nan:
            raise ValueError(
                "Out of range float values are not JSON compliant: " + repr(value)
            )
        return text

    def simple(self, value):
        """The text of a value that isn't a container; None for containers and the unknown."""
        if isinstance(value, str):
            return self.string(value)
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            # Subclasses such as IntEnum may have a repr of their own.
            return int.__repr__(value)
        if isinstance(value, float):
            return self.float(value)
        return None

    def enter(self, container):
        if self.open is not None:
            key = id(container)
            if key in self.open:
                raise ValueError("Circular reference detected")
            self.open[key] = container

    def leave(self, container):
        if self.open is not None:
            self.open.pop(id(container), None)

    def value(self, value, level):
        text = self.simple(value)
        if text is not None:
            yield text
        elif isinstance(value, (list, tuple)):
            yield from self.array(value, level)
        elif isinstance(value, dict):
            yield from self.object(value, level)
        else:
            self.enter(value)
            replacement = self.default(value)
            yield from self.value(replacement, level)
            self.leave(value)

    def separators(self, level):
        """What stands before the first item, between items and behind the last."""
        separator = self.encoder.item_separator
        if self.indent is None:
            return "", separator, ""
        inner = "\n" + self.indent * (level + 1)
        return inner, separator + inner, "\n" + self.indent * level

    def array(self, values, level):
        if not values:
            yield "[]"
            return
        self.enter(values)
        before, between, after = self.separators(level)
        lead = "[" + before
        for value in values:
            text = self.simple(value)
            if text is not None:
                yield lead + text
            else:
                yield lead
                yield from self.value(value, level + 1)
            lead = between
        if after and not self.one_shot:
            yield after
            after = ""
        yield after + "]"
        self.leave(values)

    def key(self, key):
        """The text of a key, or None if it shall be skipped."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(
            "keys must be str, int, float, bool or None, " f"not {key.__class__.__name__}"
        )

    def object(self, mapping, level):
        if not mapping:
            yield "{}"
            return
        self.enter(mapping)
        before, between, after = self.separators(level)
        colon = self.encoder.key_separator
        lead = ""
        if before and not self.one_shot:
            yield "{"
            yield before
        else:
            yield "{" + before
        items = mapping.items()
        if self.encoder.sort_keys:
            items = sorted(items)
        for key, value in items:
            key = self.key(key)
            if key is None:
                continue
            if self.one_shot:
                yield lead + self.string(key) + colon
            else:
                if lead:
                    yield lead
                yield self.string(key)
                yield colon
            lead = between
            text = self.simple(value)
            if text is not None:
                yield text
            else:
                yield from self.value(value, level + 1)
        if after and not self.one_shot:
            yield after
            after = ""
        yield after + "}"
        self.leave(mapping)
