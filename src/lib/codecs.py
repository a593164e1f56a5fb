"""Encodings by name: looked up, registered, and applied to whole texts, pieces and streams."""

import builtins
import sys

import _codec_registry as _registry
import _codecs

__all__ = [
    "register", "unregister", "lookup", "open", "BOM", "BOM_BE", "BOM_LE",
    "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE",
    "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec",
    "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "getencoder", "getdecoder",
    "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode",
    "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors",
    "xmlcharrefreplace_errors", "backslashreplace_errors", "namereplace_errors",
    "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == "little" else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == "little" else BOM_UTF32_BE


class CodecInfo(tuple):
    """What an encoding consists of: the two functions, and classes for pieces and streams."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        kind = type(self)
        return (
            f"<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} "
            f"at {id(self):#x}>"
        )


class Codec:
    """An encoding without memory."""

    def encode(self, input, errors="strict"):
        """Return the encoded object and how much of the input was used."""
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        """Return the decoded object and how much of the input was used."""
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        """Return the encoded form of the next piece."""
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        """Return the state as a number or text."""
        return 0

    def setstate(self, state):
        """Go back to a state."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Encodes piece by piece and keeps what is not complete."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_encode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        """Return the decoded form of the next piece."""
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        """Return what is kept of the input, and a number."""
        return (b"", 0)

    def setstate(self, state):
        """Go back to a state."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Decodes piece by piece and keeps what is not complete."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Writes encoded text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        """Write the encoded object."""
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        """Write strings one after the other."""
        self.write("".join(list))

    def reset(self):
        """Begin anew."""

    def seek(self, offset, whence=0):
        """Go to a position of the stream."""
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """Reads text from a stream of encoded bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b""
        self.charbuffer = ""

    def _more(self, size=-1):
        """Read and decode; whether the stream went on."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        try:
            text, used = self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            if not new or size < 0 or error.end < len(data):
                raise
            text, used = self.decode(data[: error.start], self.errors)
        self.bytebuffer = data[used:]
        self.charbuffer += text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        """Return decoded text: all, or about so many bytes of it, or so many characters."""
        if chars >= 0:
            while len(self.charbuffer) < chars and self._more(size if size >= 0 else 72):
                pass
        elif size >= 0:
            if not self.charbuffer:
                self._more(size)
        else:
            self._more()
        if chars < 0:
            end = size if 0 <= size < len(self.charbuffer) else len(self.charbuffer)
            text, self.charbuffer = self.charbuffer[:end], self.charbuffer[end:]
        else:
            text, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return text

    def readline(self, size=None, keepends=True):
        """Return the next line."""
        while True:
            lines = self.charbuffer.splitlines(keepends=True)
            if len(lines) > 1 or not self._more(size or 72):
                break
        if not lines:
            return ""
        line = lines[0]
        self.charbuffer = self.charbuffer[len(line) :]
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        """Return all lines."""
        return self.read().splitlines(keepends)

    def reset(self):
        """Forget what was read ahead."""
        self.bytebuffer = b""
        self.charbuffer = ""

    def seek(self, offset, whence=0):
        """Go to a position of the stream."""
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    """A reader and a writer of one stream."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        return self.reader.readlines(sizehint, keepends)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def _entry(name):
    """The parts of an encoding that the interpreter knows by itself."""
    from _files import _Codec

    def encode(input, errors="strict"):
        if not isinstance(input, str):
            raise TypeError(f"encode() argument 1 must be str, not {type(input).__name__}")
        return input.encode(name, errors or "strict"), len(input)

    def decode(input, errors="strict"):
        data = bytes(input)
        return data.decode(name, errors or "strict"), len(data)

    class Encoder(IncrementalEncoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self._codec = _Codec(name, errors)

        def encode(self, input, final=False):
            return self._codec.encode(input)

        def reset(self):
            self._codec = _Codec(name, self.errors)

        def getstate(self):
            return 2 if self._codec._fresh and (self._codec._wide or self._codec._signed) else 0

        def setstate(self, state):
            self.reset()
            if not state and (self._codec._wide or self._codec._signed):
                self._codec.encode("")

    class Decoder(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self._codec = _Codec(name, errors)

        def _buffer_decode(self, input, errors, final):
            text, rest = self._codec.decode(bytes(input), final)
            return text, len(input) - len(rest)

        def reset(self):
            super().reset()
            self._codec = _Codec(name, self.errors)

    class Writer(StreamWriter):
        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self._encoder = Encoder(errors)

        def encode(self, input, errors="strict"):
            return self._encoder.encode(input), len(input)

        def reset(self):
            self._encoder.reset()

    class Reader(StreamReader):
        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self._decoder = Decoder(errors)

        def decode(self, input, errors="strict"):
            # What is not complete is kept by the decoder.
            return self._decoder.decode(input), len(input)

        def reset(self):
            super().reset()
            self._decoder.reset()

    for kind, shown in (
        (Encoder, "IncrementalEncoder"), (Decoder, "IncrementalDecoder"),
        (Writer, "StreamWriter"), (Reader, "StreamReader"),
    ):
        kind.__name__ = kind.__qualname__ = shown
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


def _transform(name, encode, decode):
    """An encoding that is not one of text to bytes."""

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    methods = {
        "encode": lambda self, input, errors="strict": encode(input, errors),
        "decode": lambda self, input, errors="strict": decode(input, errors),
    }
    return CodecInfo(
        encode, decode, type("StreamReader", (StreamReader,), methods),
        type("StreamWriter", (StreamWriter,), methods), Encoder, Decoder, name,
        _is_text_encoding=False,
    )


def _rot13():
    small, large = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    table = str.maketrans(
        small + large, small[13:] + small[:13] + large[13:] + large[:13]
    )

    def turn(input, errors="strict"):
        return str.translate(input, table), len(input)

    return _transform("rot13", turn, turn)


def _hex():
    import binascii

    def encode(input, errors="strict"):
        return binascii.b2a_hex(input), len(input)

    def decode(input, errors="strict"):
        return binascii.a2b_hex(input), len(input)

    return _transform("hex", encode, decode)


def _base64():
    import base64

    def encode(input, errors="strict"):
        return base64.encodebytes(input), len(input)

    def decode(input, errors="strict"):
        return base64.decodebytes(input), len(input)

    return _transform("base64", encode, decode)


for _name, _maker in (
    ("rot13", _rot13), ("rot_13", _rot13), ("hex", _hex), ("hex_codec", _hex),
    ("base64", _base64), ("base64_codec", _base64), ("base_64", _base64),
):
    _registry.own[_name] = _maker


def register(search_function):
    """Ask a function for encodings that are not known."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _registry.searches.append(search_function)


def unregister(search_function):
    """Ask the function no more."""
    if search_function in _registry.searches:
        _registry.searches.remove(search_function)
        _registry.found.clear()


def lookup(encoding):
    """Return the parts of an encoding."""
    name = _codecs.known_name(encoding)
    if name is None:
        return _registry.search(encoding)
    key = ("built in", name)
    if key not in _registry.found:
        _registry.found[key] = _entry(name)
    return _registry.found[key]


def encode(obj, encoding="utf-8", errors="strict"):
    """Return the encoded object."""
    return _registry._result(lookup(encoding)[0](obj, errors), "encoder")


def decode(obj, encoding="utf-8", errors="strict"):
    """Return the decoded object."""
    return _registry._result(lookup(encoding)[1](obj, errors), "decoder")


def utf_8_encode(str, errors=None, /):
    return lookup("utf-8")[0](str, errors)


def utf_8_decode(data, errors=None, final=False, /):
    text, rest = _partial("utf-8", data, errors, final)
    return text, len(data) - len(rest)


def _partial(name, data, errors, final):
    from _files import _Codec

    return _Codec(name, errors or "strict").decode(bytes(data), final)


def latin_1_encode(str, errors=None, /):
    return lookup("latin-1")[0](str, errors)


def latin_1_decode(data, errors=None, /):
    return lookup("latin-1")[1](data, errors)


def ascii_encode(str, errors=None, /):
    return lookup("ascii")[0](str, errors)


def ascii_decode(data, errors=None, /):
    return lookup("ascii")[1](data, errors)


def unicode_escape_encode(str, errors=None, /):
    return lookup("unicode_escape")[0](str, errors)


def unicode_escape_decode(data, errors=None, final=True, /):
    data = data.encode() if isinstance(data, str) else data
    return lookup("unicode_escape")[1](data, errors)


def getencoder(encoding):
    """Return the function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """Return the function that decodes."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """Return the class that encodes piece by piece."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """Return the class that decodes piece by piece."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """Return the class that reads from a stream."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """Return the class that writes to a stream."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode pieces one after the other."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = encoder.encode(piece)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode pieces one after the other."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = decoder.decode(piece)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file whose text is encoded; line ends stay as they are."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        entry = lookup(encoding)
        stream = StreamReaderWriter(file, entry.streamreader, entry.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except BaseException:
        file.close()
        raise


def register_error(name, handler, /):
    """Call a function for what can't be converted."""
    if not callable(handler):
        raise TypeError("handler must be callable")
    if name in _registry.BUILT_IN_HANDLERS:
        raise ValueError(f"Ouro does not replace the error handler '{name}'")
    _registry.handlers[name] = handler


def lookup_error(name, /):
    """Return the function that is called for what can't be converted."""
    if name in _HANDLERS:
        return _HANDLERS[name]
    return _registry.handler(name)


def _wrong(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(exception):
    """Raise the exception."""
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def ignore_errors(exception):
    """Leave out what can't be converted."""
    if not isinstance(exception, UnicodeError) or not hasattr(exception, "end"):
        raise _wrong(exception)
    return "", exception.end


def replace_errors(exception):
    """Put a mark in place of what can't be converted."""
    if isinstance(exception, UnicodeEncodeError):
        return "?" * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * (exception.end - exception.start), exception.end
    raise _wrong(exception)


def _replaced(exception, handler):
    if not isinstance(exception, UnicodeEncodeError):
        raise _wrong(exception)
    text = exception.object[exception.start : exception.end]
    return "".join(
        character.encode("ascii", handler).decode("ascii") if character > "\x7f"
        else f"&#{ord(character)};" if handler == "xmlcharrefreplace"
        else _named(character) if handler == "namereplace"
        else f"\\x{ord(character):02x}"
        for character in text
    ), exception.end


def _named(character):
    import unicodedata

    name = unicodedata.name(character, None)
    return f"\\x{ord(character):02x}" if name is None else f"\\N{{{name}}}"


def xmlcharrefreplace_errors(exception):
    """Write the number of what can't be encoded as XML does."""
    return _replaced(exception, "xmlcharrefreplace")


def backslashreplace_errors(exception):
    """Write what can't be converted as escapes."""
    if isinstance(exception, UnicodeDecodeError):
        data = exception.object[exception.start : exception.end]
        return "".join(f"\\x{byte:02x}" for byte in data), exception.end
    return _replaced(exception, "backslashreplace")


def namereplace_errors(exception):
    """Write the name of what can't be encoded."""
    return _replaced(exception, "namereplace")


_HANDLERS = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors,
}
