"""Encodings and error handlers that programs register; str.encode and bytes.decode ask here for
what the interpreter does not know by itself."""

from _operator import index

BUILT_IN_HANDLERS = (
    "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace",
    "surrogateescape", "surrogatepass",
)

searches = []
found = {}
handlers = {}
# Makes the entry of an encoding that codecs.py knows: set by it.
own = {}


def normal(encoding):
    """The form in which encodings are looked up."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    return encoding.lower().replace(" ", "_").replace("-", "_")


def search(encoding):
    """Return what a registered function gives for an encoding."""
    name = normal(encoding)
    if name in found:
        return found[name]
    entry = own[name]() if name in own else None
    for function in searches if entry is None else ():
        entry = function(name)
        if entry is not None:
            if not isinstance(entry, tuple) or len(entry) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            break
    if entry is None:
        raise LookupError(f"unknown encoding: {encoding}")
    found[name] = entry
    return entry


def _text_entry(encoding, function):
    import codecs  # its own encodings are known from now on

    entry = search(encoding)
    if not getattr(entry, "_is_text_encoding", True):
        raise LookupError(
            f"{encoding!r} is not a text encoding; use {function} to handle arbitrary codecs"
        )
    return entry


def _result(answer, kind):
    if not isinstance(answer, tuple) or len(answer) != 2:
        raise TypeError(f"{kind} must return a tuple (object, integer)")
    return answer[0]


def _apply(function, value, errors):
    return function(value) if errors == "strict" else function(value, errors)


def encode(text, encoding, errors):
    """Do str.encode with a registered encoding."""
    entry = _text_entry(encoding, "codecs.encode()")
    result = _result(_apply(entry[0], text, errors), "encoder")
    if not isinstance(result, (bytes, bytearray)):
        raise TypeError(
            f"'{encoding}' encoder returned '{type(result).__name__}' instead of 'bytes'; "
            "use codecs.encode() to encode to arbitrary types"
        )
    return bytes(result)


def decode(data, encoding, errors):
    """Do bytes.decode with a registered encoding."""
    entry = _text_entry(encoding, "codecs.decode()")
    result = _result(_apply(entry[1], data, errors), "decoder")
    if not isinstance(result, str):
        raise TypeError(
            f"'{encoding}' decoder returned '{type(result).__name__}' instead of 'str'; "
            "use codecs.decode() to decode to arbitrary types"
        )
    return result


def handler(errors):
    """Return the registered function of that name."""
    try:
        return handlers[errors]
    except KeyError:
        raise LookupError(f"unknown error handler name '{errors}'") from None


def _settled(encoding, data=None):
    """The encoding without a mark, and what the mark is."""
    name = normal(encoding).replace("_", "")
    wide = {"utf16": "utf-16", "u16": "utf-16", "utf32": "utf-32", "u32": "utf-32"}.get(name)
    if wide is None:
        if name == "utf8sig":
            return "utf-8", b"\xef\xbb\xbf"
        return encoding, b""
    for order in "le", "be":
        mark = "\ufeff".encode(f"{wide}-{order}")
        if data is None or data.startswith(mark):
            return f"{wide}-{order}", mark
    return f"{wide}-le", b""


def _answer(function, error, length, kind):
    answer = function(error)
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], kind):
        wanted = "(str, int)" if kind is str else "(str/bytes, int)"
        task = "decoding" if kind is str else "encoding"
        raise TypeError(f"{task} error handler must return {wanted} tuple")
    replacement, position = answer[0], index(answer[1])
    if position < 0:
        position += length
    if not 0 <= position <= length:
        raise IndexError(f"position {answer[1]} from error handler out of bounds")
    return replacement, position


def encode_with_handler(text, encoding, errors):
    """Do str.encode with a registered error handler."""
    function = handler(errors)
    plain, mark = _settled(encoding)
    parts = [mark]
    place = 0
    while True:
        try:
            parts.append(text[place:].encode(plain))
            return b"".join(parts)
        except UnicodeEncodeError as error:
            failed = error
        start = place + failed.start
        parts.append(text[place:start].encode(plain))
        name = failed.encoding
        if mark and not name.startswith("utf-8"):
            name = name.removesuffix("-le")
        problem = UnicodeEncodeError(name, text, start, place + failed.end, failed.reason)
        replacement, place = _answer(function, problem, len(text), (str, bytes))
        if isinstance(replacement, str):
            try:
                replacement = replacement.encode(plain)
            except UnicodeEncodeError:
                raise problem from None
        parts.append(replacement)


def decode_with_handler(data, encoding, errors):
    """Do bytes.decode with a registered error handler."""
    function = handler(errors)
    plain, mark = _settled(encoding, data)
    parts = []
    place = len(mark) if data.startswith(mark) else 0
    while True:
        try:
            parts.append(data[place:].decode(plain))
            return "".join(parts)
        except UnicodeDecodeError as error:
            failed = error
        start = place + failed.start
        parts.append(data[place:start].decode(plain))
        problem = UnicodeDecodeError(
            failed.encoding, data, start, place + failed.end, failed.reason
        )
        replacement, place = _answer(function, problem, len(data), str)
        parts.append(replacement)
