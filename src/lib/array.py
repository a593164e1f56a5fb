"""Arrays: sequences of numbers or characters of one kind, packed closely."""

import struct as _struct

typecodes = "bBuwhHiIlLqQfd"

_SIZES = {
    "b": 1, "B": 1, "u": 4, "w": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8,
    "Q": 8, "f": 4, "d": 8,
}
_RANGES = {
    code: (-(1 << 8 * _SIZES[code] - 1), (1 << 8 * _SIZES[code] - 1) - 1)
    if code.islower() else (0, (1 << 8 * _SIZES[code]) - 1)
    for code in "bBhHiIlLqQ"
}
# How errors name the kinds of numbers.
_NAMES = {
    "b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
    "H": "unsigned short",
}
_BAD_CODE = "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)"


def _overflow(code, value, low):
    if code in _NAMES:
        kind = _NAMES[code]
        return f"{kind} is {'less than minimum' if value < low else 'greater than maximum'}"
    if code in "qQ":
        if code == "Q" and value < 0:
            return "can't convert negative int to unsigned"
        return "int too big to convert"
    if code in "IL":
        if value < 0:
            return "can't convert negative value to unsigned int"
        if code == "I" and value < 1 << 64:
            return "unsigned int is greater than maximum"
        return "Python int too large to convert to C unsigned long"
    if code == "i" and -(1 << 63) <= value < 1 << 63:
        return f"signed integer is {'less than minimum' if value < low else 'greater than maximum'}"
    return "Python int too large to convert to C long"


class array:
    """array(typecode [, initializer]): a list of values of one kind."""

    __module__ = "array"
    __slots__ = ("_code", "_items")
    __hash__ = None

    def __new__(cls, *arguments):
        if not 1 <= len(arguments) <= 2:
            bound = "at least 1 argument" if not arguments else "at most 2 arguments"
            raise TypeError(f"array() takes {bound} ({len(arguments)} given)")
        typecode, initializer = arguments if len(arguments) == 2 else (*arguments, ())
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError(
                "array() argument 1 must be a unicode character, not " + type(typecode).__name__
            )
        if typecode not in _SIZES:
            raise ValueError(_BAD_CODE)
        is_text = typecode in "uw"
        if isinstance(initializer, str) and not is_text:
            raise TypeError(
                f"cannot use a str to initialize an array with typecode '{typecode}'"
            )
        if isinstance(initializer, array) and initializer._code in "uw" and not is_text:
            raise TypeError(
                f"cannot use a unicode array to initialize an array with typecode '{typecode}'"
            )
        self = object.__new__(cls)
        self._code, self._items = typecode, []
        if typecode == "u":
            from warnings import warn

            warn(
                "The 'u' type code is deprecated and will be removed in Python 3.16",
                DeprecationWarning, stacklevel=2,
            )
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str):
            self.fromunicode(initializer)
        else:
            self.extend(initializer)
        return self

    typecode = property(
        lambda self: self._code, doc="the typecode character used to create the array"
    )
    itemsize = property(
        lambda self: _SIZES[self._code], doc="the size, in bytes, of one array item"
    )

    def _checked(self, value):
        code = self._code
        if code in "uw":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be unicode character")
            return value
        if code in "fd":
            if not isinstance(value, float):
                if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
                    raise TypeError(f"must be real number, not {type(value).__name__}")
                value = float(value)
            return value if code == "d" else _struct.unpack("f", _single(value))[0]
        if not isinstance(value, int):
            if isinstance(value, float):
                raise TypeError("'float' object cannot be interpreted as an integer")
            index = getattr(type(value), "__index__", None)
            if index is None:
                raise TypeError(
                    f"'{type(value).__name__}' object cannot be interpreted as an integer"
                )
            value = index(value)
        low, high = _RANGES[code]
        if not low <= value <= high:
            raise OverflowError(_overflow(code, value, low))
        return int(value)

    def _same_kind(self, other, what):
        if not isinstance(other, array):
            raise TypeError(f"can only {what} array (not \"{type(other).__name__}\") to array")
        if other._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        return other._items

    def append(self, v, /):
        """Append new value v to the end of the array."""
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        """Append items to the end of the array."""
        if isinstance(bb, array):
            if bb._code != self._code:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(bb._items)
            return
        for value in bb:
            self._items.append(self._checked(value))

    def insert(self, i, v, /):
        """Insert a new item v into the array before position i."""
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        """Return the i-th element and delete it from the array."""
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, v, /):
        """Remove the first occurrence of v in the array."""
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def index(self, v, start=0, stop=9223372036854775807, /):
        """Return index of first occurrence of v in the array."""
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        """Return number of occurrences of v in the array."""
        return self._items.count(v)

    def clear(self):
        """Remove all items from the array."""
        self._items.clear()

    def reverse(self):
        """Reverse the order of the items in the array."""
        self._items.reverse()

    def buffer_info(self):
        """Return the address of the items and how many there are."""
        return id(self._items), len(self._items)

    def byteswap(self):
        """Byteswap all items of the array."""
        size = _SIZES[self._code]
        if size not in (1, 2, 4, 8):
            raise RuntimeError("don't know how to byteswap this array type")
        data = self.tobytes()
        swapped = b"".join(data[at:at + size][::-1] for at in range(0, len(data), size))
        self._items.clear()
        self.frombytes(swapped)

    def tobytes(self):
        """Convert the array to an array of machine values and return the bytes."""
        if self._code in "uw":
            return "".join(self._items).encode("utf-32-le", "surrogatepass")
        return _struct.pack(f"{len(self._items)}{self._code}", *self._items)

    __bytes__ = tobytes

    def frombytes(self, buffer, /):
        """Append items from the bytes of machine values."""
        if not isinstance(buffer, (bytes, bytearray, memoryview, array)):
            raise TypeError(
                f"a bytes-like object is required, not '{type(buffer).__name__}'"
            )
        data = bytes(buffer)
        size = _SIZES[self._code]
        if len(data) % size:
            raise ValueError("bytes length not a multiple of item size")
        if self._code in "uw":
            self._items.extend(data.decode("utf-32-le", "surrogatepass"))
        else:
            self._items.extend(_struct.unpack(f"{len(data) // size}{self._code}", data))

    def tolist(self):
        """Convert the array to an ordinary list with the same items."""
        return self._items.copy()

    def fromlist(self, list, /):
        """Append items to the array from a list."""
        if not isinstance(list, _LIST):
            raise TypeError("arg must be list")
        self._items.extend([self._checked(value) for value in list])

    def tounicode(self):
        """Return the characters of the array as a string."""
        if self._code not in "uw":
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return "".join(self._items)

    def fromunicode(self, ustr, /):
        """Append the characters of a string."""
        if self._code not in "uw":
            raise ValueError(
                "fromunicode() may only be called on unicode type arrays ('u' or 'w')"
            )
        if not isinstance(ustr, str):
            raise TypeError(f"fromunicode() argument must be str, not {type(ustr).__name__}")
        self._items.extend(ustr)

    def tofile(self, f, /):
        """Write all items (as machine values) to the file object f."""
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Read n items from the file object f and append them to the end of the array."""
        if n < 0:
            raise ValueError("negative count")
        size = _SIZES[self._code]
        data = f.read(n * size)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        is_short = len(data) < n * size
        self.frombytes(data)
        if is_short:
            raise EOFError("read() didn't return enough bytes")

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return arrayiterator(self)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, value):
        return value in self._items

    def _made(self, items):
        made = object.__new__(array)
        made._code, made._items = self._code, items
        return made

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._made(self._items[index])
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError(
                    f"can only assign array (not \"{type(value).__name__}\") to array slice"
                )
            if value._code != self._code:
                raise TypeError("bad argument type for built-in operation")
            places = range(*index.indices(len(self._items)))
            if places.step != 1 and len(places) != len(value):
                raise ValueError(
                    f"attempt to assign array of size {len(value)} to extended slice of size "
                    f"{len(places)}"
                )
            self._items[index] = value._items.copy()
            return
        if not hasattr(type(index), "__index__"):
            raise TypeError("array indices must be integers")
        value = self._checked(value)
        try:
            self._items[index] = value
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._items[index]
        except IndexError:
            raise IndexError("array assignment index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __add__(self, other):
        return self._made(self._items + self._same_kind(other, "append"))

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only extend array with array (not \"{type(other).__name__}\")")
        self.extend(other)
        return self

    def __mul__(self, count):
        if not hasattr(type(count), "__index__"):
            raise TypeError(
                f"can't multiply sequence by non-int of type '{type(count).__name__}'"
            )
        return self._made(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return self._made(self._items.copy())

    def __deepcopy__(self, memo, /):
        return self.__copy__()

    def __reduce_ex__(self, protocol, /):
        return type(self), (self._code, self._items.copy()), None

    def __repr__(self):
        name = type(self).__name__
        if not self._items:
            return f"{name}('{self._code}')"
        if self._code in "uw":
            return f"{name}('{self._code}', {''.join(self._items)!r})"
        return f"{name}('{self._code}', {self._items!r})"

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


_LIST = list


def _single(value):
    try:
        return _struct.pack("f", value)
    except OverflowError:
        return _struct.pack("f", float("inf") if value > 0 else float("-inf"))


class arrayiterator:
    """Goes through an array as it is at each step."""

    __module__ = "array"
    __slots__ = ("_array", "_index")

    def __init__(self, array):
        self._array, self._index = array, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._array is not None:
            index = self._index
            if index < len(self._array._items):
                self._index = index + 1
                return self._array._items[index]
            self._array = None
        raise StopIteration


ArrayType = array

from collections.abc import MutableSequence

MutableSequence.register(array)
