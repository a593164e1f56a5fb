"""Bytes as text: base64, base32, base16, base85."""

import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode",
    "b32decode", "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode",
    "b85decode", "a85encode", "a85decode", "z85encode", "z85decode", "standard_b64encode",
    "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]


def _text(s):
    """What is to be decoded, as bytes."""
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    return _data(s, "argument should be a bytes-like object or ASCII string, not ", True)


def _data(s, message="a bytes-like object is required, not ", quoted=True):
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(message + repr(type(s).__name__))


def b64encode(s, altchars=None):
    """Encode bytes; `altchars` are used instead of + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Decode; other characters are skipped unless `validate` is true."""
    s = _text(s)
    if altchars is not None:
        altchars = _text(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Encode bytes with the standard alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """Decode the standard alphabet."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Encode bytes with - and _ instead of + and /."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    """Decode with - and _ instead of + and /."""
    return b64decode(_text(s).translate(bytes.maketrans(b"-_", b"+/")))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _b32encode(alphabet, s):
    s = _data(s)
    result = bytearray()
    for place in range(0, len(s), 5):
        group = s[place : place + 5]
        number = int.from_bytes(group.ljust(5, b"\0"), "big")
        letters = bytes(alphabet[number >> shift & 31] for shift in range(35, -1, -5))
        used = (8 * len(group) + 4) // 5
        result += letters[:used].ljust(8, b"=")
    return bytes(result)


def _b32decode(alphabet, s, casefold, map01):
    s = _text(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _text(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    values = {letter: value for value, letter in enumerate(alphabet)}
    length = len(s)
    s = s.rstrip(b"=")
    padding = length - len(s)
    result = bytearray()
    for place in range(0, len(s), 8):
        group = s[place : place + 8]
        number = 0
        for letter in group:
            if letter not in values:
                raise binascii.Error("Non-base32 digit found") from None
            number = number << 5 | values[letter]
        result += (number << 5 * (8 - len(group))).to_bytes(5, "big")
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if padding and result:
        del result[-5 + 5 * (8 - padding) // 8 :]
    return bytes(result)


def b32encode(s):
    """Encode bytes in base32."""
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """Decode base32."""
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    """Encode bytes in base32 with the hexadecimal alphabet."""
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """Decode base32 with the hexadecimal alphabet."""
    return _b32decode(_B32HEX, s, casefold, None)


def b16encode(s):
    """Encode bytes in base16."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decode base16."""
    s = _text(s)
    if casefold:
        s = s.upper()
    if s.translate(None, delete=b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _85encode(s, alphabet, zero=None, spaces=None):
    pieces = []
    for place in range(0, len(s), 4):
        group = s[place : place + 4]
        number = int.from_bytes(group.ljust(4, b"\0"), "big")
        if zero and not number and len(group) == 4:
            pieces.append(zero)
            continue
        if spaces and number == 0x20202020 and len(group) == 4:
            pieces.append(spaces)
            continue
        letters = bytearray()
        for _ in range(5):
            number, rest = divmod(number, 85)
            letters.append(alphabet[rest])
        letters.reverse()
        pieces.append(bytes(letters[: len(group) + 1]))
    return pieces


_A85 = bytes(range(33, 118))
_B85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        b"!#$%&()*+-;<=>?@^_`{|}~")
_Z85 = (b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        b".-:+=^!/*?&<>()[]{}@%$#")


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encode bytes in Ascii85."""
    b = _data(b)
    padding = -len(b) % 4 if pad else 0
    pieces = _85encode(b + b"\0" * padding, _A85, b"z", b"y" if foldspaces else None)
    result = b"".join(pieces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i : i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Decode Ascii85."""
    b = _text(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    result = bytearray()
    group = []
    for letter in b + b"u" * 4:
        if 33 <= letter <= 117:
            group.append(letter - 33)
            if len(group) == 5:
                number = 0
                for value in group:
                    number = number * 85 + value
                if number >= 1 << 32:
                    raise ValueError("Ascii85 overflow") from None
                result += number.to_bytes(4, "big")
                group = []
        elif letter == 0x7A:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            result += b"\0\0\0\0"
        elif foldspaces and letter == 0x79:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            result += b"    "
        elif letter not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % letter)
    padding = 4 - len(group)
    return bytes(result[:-padding] if padding else result)


def b85encode(b, pad=False):
    """Encode bytes in base85."""
    b = _data(b)
    padding = -len(b) % 4 if pad else 0
    return b"".join(_85encode(b + b"\0" * padding, _B85))


def _decode85(b, alphabet, name):
    b = _text(b)
    values = {letter: value for value, letter in enumerate(alphabet)}
    padding = -len(b) % 5
    b += alphabet[-1:] * padding
    result = bytearray()
    for place in range(0, len(b), 5):
        number = 0
        for offset, letter in enumerate(b[place : place + 5]):
            if letter not in values:
                raise ValueError(f"bad {name} character at position {place + offset}") from None
            number = number * 85 + values[letter]
        if number >= 1 << 32:
            raise ValueError(f"{name} overflow in hunk starting at byte {place}") from None
        result += number.to_bytes(4, "big")
    return bytes(result[:-padding] if padding else result)


def b85decode(b):
    """Decode base85."""
    return _decode85(b, _B85, "base85")


def z85encode(s):
    """Encode bytes in z85."""
    return b"".join(_85encode(_data(s), _Z85))


def z85decode(s):
    """Decode z85."""
    return _decode85(s, _Z85, "z85")


def encodebytes(s):
    """Encode bytes in lines of 76 characters."""
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}")
    lines = [binascii.b2a_base64(s[i : i + 57]) for i in range(0, len(s), 57)]
    return b"".join(lines)


def decodebytes(s):
    """Decode lines."""
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}")
    return binascii.a2b_base64(s)


def encode(input, output):
    """Encode one file to another."""
    while piece := input.read(57):
        output.write(binascii.b2a_base64(piece))


def decode(input, output):
    """Decode one file to another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))
