"""Numbers packed into bytes."""

import _struct

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct",
           "error"]


class error(Exception):
    """What is wrong with a format or a value."""


def calcsize(format, /):
    """How many bytes a format describes."""
    return _struct.calcsize(format)


def pack(format, /, *values):
    """Return the bytes of values."""
    return _struct.pack(format, values)


def _checked_offset(function, size, length, offset):
    """The place in a buffer where so many bytes are to lie."""
    what = "packing" if function == "pack_into" else "unpacking"
    if offset < 0:
        if function == "pack_into" and offset + size > 0:
            raise error(f"no space to pack {size} bytes at offset {offset}")
        if function != "pack_into" and offset + size > 0:
            raise error(f"not enough data to unpack {size} bytes")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < size:
        raise error(
            f"{function} requires a buffer of at least {size + offset} bytes for {what} {size} "
            f"bytes at offset {offset} (actual buffer size is {length})"
        )
    return offset


def pack_into(format, buffer, offset, /, *values):
    """Put the bytes of values into a bytearray."""
    if not isinstance(buffer, bytearray):
        kind = type(buffer).__name__
        raise TypeError(f"argument must be read-write bytes-like object, not {kind}")
    size = calcsize(format)
    if len(values) != _struct.count(format):
        raise error(
            f"pack_into expected {_struct.count(format)} items for packing (got {len(values)})"
        )
    offset = _checked_offset("pack_into", size, len(buffer), offset.__index__())
    buffer[offset : offset + size] = _struct.pack(format, values)


def unpack(format, buffer, /):
    """Return the values that bytes stand for, as a tuple."""
    size = _struct.calcsize(format)
    data = _bytes(buffer)
    if len(data) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return _struct.unpack(format, data, 0)


def unpack_from(format, /, buffer, offset=0):
    """Return the values that the bytes from a place on stand for."""
    size = _struct.calcsize(format)
    data = _bytes(buffer)
    return _struct.unpack(format, data, _checked_offset("unpack_from", size, len(data), offset))


def iter_unpack(format, buffer, /):
    """An iterator over tuples of values, one after the other."""
    size = _struct.calcsize(format)
    data = _bytes(buffer)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % size:
        raise error(
            f"iterative unpacking requires a buffer of a multiple of {size} bytes"
        )
    return (_struct.unpack(format, data, place) for place in range(0, len(data), size))


def _bytes(buffer):
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")


class Struct:
    """A format, ready for use."""

    def __init__(self, format):
        self.size = _struct.calcsize(format)
        self._format = format if isinstance(format, str) else bytes(format).decode("ascii")

    @property
    def format(self):
        return self._format

    def pack(self, *values):
        """Return the bytes of values."""
        return _struct.pack(self._format, values)

    def pack_into(self, buffer, offset, /, *values):
        """Put the bytes of values into a bytearray."""
        pack_into(self._format, buffer, offset, *values)

    def unpack(self, buffer, /):
        """Return the values that bytes stand for."""
        return unpack(self._format, buffer)

    def unpack_from(self, buffer, offset=0):
        """Return the values that the bytes from a place on stand for."""
        return unpack_from(self._format, buffer, offset)

    def iter_unpack(self, buffer, /):
        """An iterator over tuples of values."""
        return iter_unpack(self._format, buffer)

    def __repr__(self):
        return f"{type(self).__name__}({self._format!r})"


Struct.__module__ = "_struct"
error.__module__ = "struct"
