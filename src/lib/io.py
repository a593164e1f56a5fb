"""Streams in memory, and the classes that streams belong to."""

import abc

__all__ = [
    "open", "IOBase", "RawIOBase", "BytesIO", "StringIO", "BufferedIOBase", "TextIOBase",
    "UnsupportedOperation", "FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom",
    "TextIOWrapper", "open_code", "text_encoding", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
]

from builtins import open

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

DEFAULT_BUFFER_SIZE = 8192

BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    """Raised for what a kind of stream can't do."""


UnsupportedOperation.__module__ = "io"


def text_encoding(encoding, stacklevel=2):
    """Return the encoding that is meant where none was given."""
    return "locale" if encoding is None else encoding


class IOBase(metaclass=abc.ABCMeta):
    """What all streams have in common."""

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def seek(self, pos, whence=0):
        """Go to a position."""
        self._unsupported("seek")

    def tell(self):
        """Return the position."""
        return self.seek(0, 1)

    def truncate(self, pos=None):
        """Cut the stream off."""
        self._unsupported("truncate")

    def flush(self):
        """Write what is buffered."""
        self._check_open()

    def close(self):
        """Close the stream; closing it again does nothing."""
        self.__dict__["_closed"] = True

    @property
    def closed(self):
        return self.__dict__.get("_closed", False)

    def seekable(self):
        self._check_open()
        return False

    def readable(self):
        self._check_open()
        return False

    def writable(self):
        self._check_open()
        return False

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._check_open()
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        """Return a list of the lines, up to about `hint` characters of them."""
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        length = 0
        for line in self:
            lines.append(line)
            length += len(line)
            if length > hint:
                break
        return lines

    def writelines(self, lines):
        """Write several pieces."""
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Streams of bytes without a buffer; a subclass writes `readinto` and `write`."""

    def read(self, size=-1, /):
        """Read up to so many bytes with one call of readinto(); all if the size is negative."""
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        """Read up to the end."""
        pieces = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            pieces.append(piece)
        # Nothing was there yet, which is not the end.
        return None if not pieces and piece is None else b"".join(pieces)

    def readinto(self, buffer, /):
        self._unsupported("readinto")

    def write(self, data, /):
        self._unsupported("write")


class BufferedIOBase(IOBase):
    """Streams of bytes."""

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    """Streams of text."""

    def detach(self):
        self._unsupported("detach")

    encoding = None
    newlines = None
    errors = None


class _Memory:
    """A stream whose content is in memory; `_empty` is the empty string or bytes."""

    def getvalue(self):
        """Return the whole content."""
        self._check_open()
        if self._pieces:
            self._settle()
        return self._content

    def _settle(self):
        """Put the pieces written at the end to the content."""
        self._content = self._content + self._empty.join(self._pieces)
        self._pieces.clear()

    def readable(self):
        self._check_open()
        return True

    def writable(self):
        self._check_open()
        return True

    def seekable(self):
        self._check_open()
        return True

    def close(self):
        super().close()
        self._content = self._empty
        self._pieces = []

    def _check_open(self):
        if self.closed:
            raise ValueError(self._closed_text)

    def _limit(self, size):
        if size is None:
            return -1
        if not hasattr(size, "__index__"):
            raise TypeError(
                f"argument should be integer or None, not '{type(size).__name__}'"
            )
        return size.__index__()

    def read(self, size=-1, /):
        """Return up to `size` items from the position on; all of them by default."""
        self._check_open()
        if self._pieces:
            self._settle()
        size = self._limit(size)
        end = len(self._content) if size < 0 else self._position + size
        result = self._content[self._position:end]
        self._position += len(result)
        return result

    def readline(self, size=-1, /):
        """Return the rest of the line."""
        self._check_open()
        if self._pieces:
            self._settle()
        size = self._limit(size)
        end = self._content.find(self._newline, self._position)
        end = len(self._content) if end < 0 else end + 1
        if size >= 0:
            end = min(end, self._position + size)
        result = self._content[self._position:end]
        self._position += len(result)
        return result

    def tell(self):
        self._check_open()
        return self._position

    def truncate(self, pos=None, /):
        self._check_open()
        if self._pieces:
            self._settle()
        if pos is None:
            pos = self._position
        elif pos < 0:
            raise ValueError(self._negative_size % pos)
        self._content = self._content[:pos]
        return pos

    def _put(self, data):
        length = len(data)
        end = len(self._content)
        if self._pieces or self._position == end:
            # The usual case: at the end. Joined when somebody reads.
            self._pieces.append(data)
        elif self._position > end:
            gap = self._filler * (self._position - end)
            self._content = self._content + gap + data
        else:
            rest = self._content[self._position + length:]
            self._content = self._content[: self._position] + data + rest
        self._position += length
        return length


class StringIO(_Memory, TextIOBase):
    """A stream of text in memory."""

    _empty = ""
    _newline = "\n"
    _filler = "\0"
    _negative_size = "Negative size value %d"
    _closed_text = "I/O operation on closed file"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(
                f"initial_value must be str or None, not {type(initial_value).__name__}"
            )
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline_mode = newline
        self._pieces = []
        self._position = 0
        self._content = self._translated(initial_value or "")

    def _translated(self, text):
        """Apply the newline mode to what is written."""
        mode = self._newline_mode
        if mode is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if mode in ("\r", "\r\n"):
            return text.replace("\n", mode)
        return text

    @property
    def line_buffering(self):
        self._check_open()
        return False

    def write(self, s, /):
        """Write text at the position; returns its length."""
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        if s:
            self._put(self._translated(s))
        return len(s)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if self._pieces:
            self._settle()
        pos = pos.__index__()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._position = pos
        elif whence in (1, 2):
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            if whence == 2:
                self._position = len(self._content)
        else:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        return self._position


class BytesIO(_Memory, BufferedIOBase):
    """A stream of bytes in memory."""

    _empty = b""
    _newline = b"\n"
    _filler = b"\0"
    _negative_size = "negative size value %d"
    _closed_text = "I/O operation on closed file."

    def __init__(self, initial_bytes=b""):
        self._pieces = []
        self._position = 0
        if isinstance(initial_bytes, (str, int)):
            kind = type(initial_bytes).__name__
            raise TypeError(f"a bytes-like object is required, not '{kind}'")
        self._content = bytes(initial_bytes or b"")

    def write(self, b, /):
        """Write bytes at the position; returns how many."""
        self._check_open()
        if isinstance(b, (str, int)):
            raise TypeError(
                f"a bytes-like object is required, not '{type(b).__name__}'"
            )
        data = bytes(b)
        if data:
            self._put(data)
        return len(data)

    def read1(self, size=-1, /):
        """The same as read()."""
        return self.read(size)

    def readinto(self, buffer, /):
        """Read into a bytearray; returns how many bytes."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if self._pieces:
            self._settle()
        pos = pos.__index__()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
        elif whence == 1:
            pos += self._position
        elif whence == 2:
            pos += len(self._content)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._position = max(0, pos)
        return self._position


StringIO.__module__ = "_io"
BytesIO.__module__ = "_io"

_REAL = ("FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOWrapper")


def __getattr__(name):
    # The classes of real files are not needed by programs that open none.
    if name in _REAL:
        import _files

        value = globals()[name] = getattr(_files, name)
        return value
    raise AttributeError(f"module 'io' has no attribute {name!r}")


def open_code(path):
    """Open a file with program text for reading."""
    return open(path, "rb")
