"""Bytes and their texts: hexadecimal and base64."""

__all__ = ["Error", "Incomplete", "a2b_base64", "b2a_base64", "a2b_hex", "b2a_hex", "hexlify",
           "unhexlify", "crc32"]


class Error(ValueError):
    """What is wrong with a text."""


class Incomplete(Exception):
    """A text that ends too early."""


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_PAIRS = [bytes((a, b)) for a in _ALPHABET for b in _ALPHABET]


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def _text(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    if isinstance(data, (bytes, bytearray)):
        return data
    kind = type(data).__name__
    raise TypeError(
        f"argument should be bytes, buffer or ASCII string, not '{kind}'"
    )


def b2a_hex(data, sep=None, bytes_per_sep=1):
    """Return the hexadecimal text of bytes, as bytes."""
    data = _bytes(data)
    if sep is None:
        return data.hex().encode("ascii")
    return data.hex(sep, bytes_per_sep).encode("ascii")


hexlify = b2a_hex


def a2b_hex(hexstr, /):
    """Return the bytes of a hexadecimal text."""
    text = _text(hexstr)
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        if text.isalnum() or not text:
            return bytes.fromhex(text.decode("ascii"))
    except ValueError:
        pass
    raise Error("Non-hexadecimal digit found")


unhexlify = a2b_hex


def b2a_base64(data, /, *, newline=True):
    """Return the base64 text of bytes, as bytes."""
    data = _bytes(data)
    pairs = _PAIRS
    pieces = []
    whole = len(data) - len(data) % 3
    for place in range(0, whole, 3):
        number = data[place] << 16 | data[place + 1] << 8 | data[place + 2]
        pieces.append(pairs[number >> 12])
        pieces.append(pairs[number & 0xFFF])
    if len(data) - whole == 1:
        pieces.append(pairs[data[whole] << 4] + b"==")
    elif len(data) - whole == 2:
        number = (data[whole] << 8 | data[whole + 1]) << 2
        pieces.append(pairs[number >> 6])
        pieces.append(_ALPHABET[number & 63 :][:1] + b"=")
    if newline:
        pieces.append(b"\n")
    return b"".join(pieces)


def a2b_base64(string, /, *, strict_mode=False):
    """Return the bytes of a base64 text."""
    text = _text(string)
    if strict_mode and text[:1] == b"=":
        raise Error("Leading padding not allowed")
    result = bytearray()
    bits = count = padding = 0
    place = 0
    for place, character in enumerate(text):
        if character == 0x3D:
            padding += 1
            if count >= 2 and count + padding >= 4:
                if strict_mode and place + 1 < len(text):
                    raise Error("Excess data after padding")
                return bytes(result)
            if strict_mode and not count:
                raise Error("Excess padding not allowed")
            continue
        value = _VALUES.get(character)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and padding:
            raise Error("Discontinuous padding not allowed")
        padding = 0
        bits = bits << 6 | value
        count += 1
        if count > 1:
            shift = 6 - 2 * (count - 1)
            result.append(bits >> shift & 0xFF)
            bits &= (1 << shift) - 1
        if count == 4:
            count = bits = 0
    if count == 1:
        whole = len(result) // 3 * 4 + 1
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({whole}) cannot be 1 "
            "more than a multiple of 4"
        )
    if count:
        raise Error("Incorrect padding")
    return bytes(result)


def _crc_table():
    table = []
    for number in range(256):
        for _ in range(8):
            number = number >> 1 ^ (0xEDB88320 if number & 1 else 0)
        table.append(number)
    return table


_CRC = []


def crc32(data, value=0, /):
    """Return the checksum of bytes."""
    if not _CRC:
        _CRC.extend(_crc_table())
    value ^= 0xFFFFFFFF
    for byte in _bytes(data):
        value = value >> 8 ^ _CRC[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF
