"""Real files: raw, buffered and as text. `open()` and `io` get them from here."""

import io
import posix
import sys

from io import BufferedIOBase, RawIOBase, TextIOBase, UnsupportedOperation

DEFAULT_BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE


def open(
    file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
    opener=None,
):
    """Open a file and return a stream; the mode says how."""
    if not isinstance(file, int):
        file = _fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not hasattr(buffering, "__index__"):
        kind = type(buffering).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if value is not None and not isinstance(value, str):
            kind = type(value).__name__
            raise TypeError(f"open() argument '{name}' must be str or None, not {kind}")
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: '{mode}'")
    binary = "b" in letters
    if binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("axrw")) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if binary and buffering == 1:
        import warnings

        warnings.warn(
            "line buffering (buffering=1) isn't supported in binary mode, the default buffer "
            "size will be used",
            RuntimeWarning,
            2,
        )
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")
    if not letters & set("axrw"):
        raise ValueError(
            "Must have exactly one of create/read/write/append mode and at most one plus"
        )
    first = (letters & set("axrw")).pop()
    updating = "+" in letters
    raw = FileIO(file, first + ("+" if updating else ""), closefd, opener)
    result = raw
    try:
        line_buffering = not binary and (buffering == 1 or buffering < 0 and raw.isatty())
        if buffering < 0 or buffering == 1:
            buffering = DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if binary:
                return result
            raise ValueError("can't have unbuffered text I/O")
        if updating:
            buffer = BufferedRandom(raw, buffering)
        elif first == "r":
            buffer = BufferedReader(raw, buffering)
        else:
            buffer = BufferedWriter(raw, buffering)
        result = buffer
        if binary:
            return result
        result = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        result.mode = mode
        return result
    except BaseException:
        result.close()
        raise


def _fspath(path):
    """The text or bytes of a path."""
    if isinstance(path, (str, bytes)):
        return path
    fspath = getattr(type(path), "__fspath__", None)
    if fspath is None:
        kind = type(path).__name__
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind}")
    result = fspath(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError(
            f"expected {type(path).__name__}.__fspath__() to return str or bytes, not "
            f"{type(result).__name__}"
        )
    return result


# Files that are to be flushed when the interpreter ends, by the ids of their objects.
_unflushed = {}


def _flush_all():
    for buffer in list(_unflushed.values()):
        buffer = buffer()
        if buffer is not None and not buffer.closed:
            try:
                buffer.flush()
            except (OSError, ValueError):
                pass


def _remember(buffer):
    """Have a buffer flushed at the end of the interpreter, should it still be open then."""
    from _weakref import ref

    if not _unflushed:
        import atexit

        # Registered again when the first one comes: what was registered last runs first.
        atexit.unregister(_flush_all)
        atexit.register(_flush_all)
    key = id(buffer)
    _unflushed[key] = ref(buffer, lambda _: _unflushed.pop(key, None))


def _wants_resource_warnings():
    return sys.flags.dev_mode or sys.warnoptions or "warnings" in sys.modules


def _warn_unclosed(stream):
    if _wants_resource_warnings():
        import warnings

        warnings.warn(f"unclosed file {stream!r}", ResourceWarning, 2, source=stream)


def _data(b):
    if isinstance(b, (bytes, bytearray)):
        return bytes(b)
    if hasattr(b, "tobytes"):
        return b.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")


class FileIO(RawIOBase):
    """A file without a buffer."""

    _fd = -1
    _owned = False

    def __init__(self, file, mode="r", closefd=True, opener=None):
        letters = mode.replace("b", "")
        if letters not in ("r", "w", "a", "x", "r+", "w+", "a+", "x+"):
            if set(letters) - set("rwax+"):
                raise ValueError(f"invalid mode: {mode}")
            raise ValueError(
                "Must have exactly one of create/read/write/append mode and at most one plus"
            )
        self._letters = letters
        self._can_read = letters[0] == "r" or "+" in letters
        self._can_write = letters[0] != "r" or "+" in letters
        self.closefd = bool(closefd)
        self.name = file
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = file
            posix.fstat(file)
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            self._fd = self._opened(file, opener)
        self._owned = self.closefd
        if posix.fstat(self._fd)[0] & 0o170000 == 0o040000:
            if not isinstance(file, int):
                posix.close(self._fd)
            self._owned = False
            raise IsADirectoryError(21, "Is a directory", file)
        if letters[0] == "a":
            try:
                posix.lseek(self._fd, 0, 2)
            except OSError:
                pass

    def _opened(self, file, opener):
        letters = self._letters
        if "+" in letters:
            flags = posix.O_RDWR
        else:
            flags = posix.O_RDONLY if letters == "r" else posix.O_WRONLY
        flags |= posix.O_CLOEXEC
        flags |= {
            "r": 0,
            "w": posix.O_CREAT | posix.O_TRUNC,
            "x": posix.O_CREAT | posix.O_EXCL,
            "a": posix.O_CREAT | posix.O_APPEND,
        }[letters[0]]
        if opener is not None:
            fd = opener(file, flags)
            if not isinstance(fd, int):
                raise TypeError("expected integer from opener")
            if fd < 0:
                raise ValueError(f"opener returned {fd}")
            return fd
        path = file
        if isinstance(path, bytes):
            path = path.decode("utf-8", "surrogateescape")
        try:
            return posix.open(path, flags, 0o666 & ~_umask())
        except OSError as error:
            error.filename = file
            raise error.with_traceback(None) from None

    @property
    def mode(self):
        first = self._letters[0]
        return ("rb" if first == "w" and "+" in self._letters else first + "b") + (
            "+" if "+" in self._letters else ""
        )

    def fileno(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")
        return self._fd

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def readable(self):
        self._check_open()
        return self._can_read

    def writable(self):
        self._check_open()
        return self._can_write

    def seekable(self):
        self._check_open()
        try:
            posix.lseek(self._fd, 0, 1)
        except OSError:
            return False
        return True

    def isatty(self):
        self._check_open()
        return posix.isatty(self._fd)

    def read(self, size=-1, /):
        """Return up to `size` bytes; all that are left by default."""
        self._check_open()
        if not self._can_read:
            raise UnsupportedOperation("File not open for reading")
        if size is None or size < 0:
            return self.readall()
        return posix.read(self._fd, size)

    def readall(self):
        """Return all bytes that are left."""
        self._check_open()
        if not self._can_read:
            raise UnsupportedOperation("File not open for reading")
        pieces = []
        while piece := posix.read(self._fd, 1 << 24):
            pieces.append(piece)
        return b"".join(pieces)

    def readinto(self, buffer, /):
        """Read into a bytearray; returns how many bytes."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, b, /):
        """Write bytes; returns how many of them."""
        self._check_open()
        if not self._can_write:
            raise UnsupportedOperation("File not open for writing")
        return posix.write(self._fd, _data(b))

    def seek(self, pos, whence=0, /):
        """Go to a position."""
        self._check_open()
        return posix.lseek(self._fd, pos, whence)

    def tell(self):
        """Return the position."""
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        """Cut the file off, or make it longer."""
        self._check_open()
        if not self._can_write:
            raise UnsupportedOperation("File not open for writing")
        if size is None:
            size = self.tell()
        posix.ftruncate(self._fd, size)
        return size

    def close(self):
        """Close the file."""
        if self.closed:
            return
        super().close()
        fd, self._fd = self._fd, -1
        if self._owned and fd >= 0:
            posix.close(fd)

    def __del__(self):
        if not self.closed and self._owned:
            _warn_unclosed(self)
            self.close()

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"


def _umask():
    return 0


class _Buffered(BufferedIOBase):
    """A buffer around a raw stream: for reading, for writing, or for both."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self.raw = raw
        self._size = buffer_size
        self._ahead = b""
        self._at = 0
        self._pending = []
        self._pending_size = 0

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    @property
    def closed(self):
        if self.raw is None:
            raise ValueError("raw stream has been detached")
        return self.raw.closed

    def _refuse(self, what):
        raise ValueError(f"{what} closed file")

    def seekable(self):
        return self.raw.seekable()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def detach(self):
        """Give the raw stream back."""
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def __repr__(self):
        kind = f"_io.{type(self).__name__}"
        try:
            return f"<{kind} name={self.name!r}>"
        except AttributeError:
            return f"<{kind}>"

    # Reading.

    def _fill(self):
        """Read more from the raw stream; whether there was any."""
        piece = self.raw.read(self._size)
        if not piece:
            return False
        self._ahead = self._ahead[self._at :] + piece
        self._at = 0
        return True

    def _begin_reading(self, what):
        if self.closed:
            self._refuse(what)
        if self._pending:
            self._write_pending()

    def read(self, size=-1, /):
        """Return up to `size` bytes; all that are left by default."""
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._begin_reading("read of")
        if size is None or size < 0:
            rest = self._ahead[self._at :]
            self._ahead, self._at = b"", 0
            return rest + (self.raw.readall() if hasattr(self.raw, "readall") else self._rest())
        while len(self._ahead) - self._at < size:
            wanted = size - (len(self._ahead) - self._at)
            if wanted > self._size:
                piece = self.raw.read(wanted)
                if not piece:
                    break
                self._ahead = self._ahead[self._at :] + piece
                self._at = 0
            elif not self._fill():
                break
        data = self._ahead[self._at : self._at + size]
        self._at += len(data)
        return data

    def _rest(self):
        pieces = []
        while piece := self.raw.read(self._size):
            pieces.append(piece)
        return b"".join(pieces)

    def read1(self, size=-1, /):
        """Return bytes that one look at the raw stream gives."""
        self._begin_reading("read of")
        if size < 0:
            size = self._size
        if self._at >= len(self._ahead):
            self._fill()
        data = self._ahead[self._at : self._at + size]
        self._at += len(data)
        return data

    def peek(self, size=0, /):
        """Return the next bytes without going on."""
        self._begin_reading("peek of")
        if self._at >= len(self._ahead):
            self._fill()
        return self._ahead[self._at :]

    def readinto(self, buffer, /):
        """Read into a bytearray; returns how many bytes."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    readinto1 = readinto

    def readline(self, size=-1, /):
        """Return the rest of the line."""
        self._begin_reading("readline of")
        if size is None:
            size = -1
        start = self._at
        while True:
            end = self._ahead.find(b"\n", start)
            if end >= 0:
                end += 1
                break
            if 0 <= size <= len(self._ahead) - self._at:
                end = len(self._ahead)
                break
            start = len(self._ahead) - self._at
            if not self._fill():
                end = len(self._ahead)
                break
        if size >= 0:
            end = min(end, self._at + size)
        line = self._ahead[self._at : end]
        self._at = end
        return line

    # Writing.

    def write(self, b, /):
        """Write bytes; returns how many."""
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self.closed:
            self._refuse("write to")
        if self._at < len(self._ahead) or self._ahead:
            self._drop_ahead()
        data = _data(b)
        if data:
            if not self._pending:
                _remember(self)
            self._pending.append(data)
            self._pending_size += len(data)
            if self._pending_size > self._size:
                self._write_pending()
        return len(data)

    def _drop_ahead(self):
        """Go back over what was read ahead."""
        ahead = len(self._ahead) - self._at
        self._ahead, self._at = b"", 0
        if ahead:
            self.raw.seek(-ahead, 1)

    def _write_pending(self):
        data = b"".join(self._pending)
        self._pending.clear()
        self._pending_size = 0
        try:
            while data:
                data = data[self.raw.write(data) :]
        except BaseException:
            # What could not be written is still to be written.
            self._pending.append(data)
            self._pending_size = len(data)
            raise
        _unflushed.pop(id(self), None)

    def flush(self):
        """Write what is buffered."""
        if self.closed:
            self._refuse("flush of")
        if self._pending:
            self._write_pending()

    def seek(self, pos, whence=0, /):
        """Go to a position."""
        if self.closed:
            self._refuse("seek of")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        if not self.raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        if self._pending:
            self._write_pending()
        if whence == 1:
            pos -= len(self._ahead) - self._at
        self._ahead, self._at = b"", 0
        return self.raw.seek(pos, whence)

    def tell(self):
        """Return the position."""
        if self.closed:
            self._refuse("tell of")
        if self.raw is None or not self.raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        return self.raw.tell() - (len(self._ahead) - self._at) + self._pending_size

    def truncate(self, pos=None, /):
        """Cut the file off."""
        if self.closed:
            self._refuse("truncate of")
        if not self.raw.writable():
            raise UnsupportedOperation("truncate")
        if self._pending:
            self._write_pending()
        if pos is None:
            pos = self.tell()
        return self.raw.truncate(pos)

    def close(self):
        """Write what is buffered and close the file."""
        if self.raw is None or self.closed:
            return
        try:
            if self._pending:
                self._write_pending()
        finally:
            self._pending.clear()
            self._pending_size = 0
            _unflushed.pop(id(self), None)
            self.raw.close()

    def __del__(self):
        raw = self.__dict__.get("raw")
        if raw is not None and not raw.closed:
            if isinstance(raw, FileIO) and raw._owned:
                _warn_unclosed(self)
            self.close()


class BufferedReader(_Buffered):
    """A buffer for reading."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        super().__init__(raw, buffer_size)

    def write(self, b, /):
        raise UnsupportedOperation("write")

    def writable(self):
        return False


class BufferedWriter(_Buffered):
    """A buffer for writing."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        super().__init__(raw, buffer_size)

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def readline(self, size=-1, /):
        raise UnsupportedOperation("readline")

    def readinto(self, buffer, /):
        raise UnsupportedOperation("readinto")

    def peek(self, size=0, /):
        raise UnsupportedOperation("peek")

    def readable(self):
        return False


class BufferedRandom(_Buffered):
    """A buffer for reading and writing."""


class _Codec:
    """Bytes to text and back, piece by piece."""

    def __init__(self, encoding, errors):
        self.encoding = encoding
        self.errors = errors
        "".encode(encoding)
        "".encode("ascii", errors) if errors in ("strict",) else None
        self._name = encoding.lower().replace("_", "-")
        self._wide = {"utf-16": 2, "utf16": 2, "utf-32": 4, "utf32": 4}.get(self._name, 0)
        self._signed = self._name in ("utf-8-sig",)
        # What was found out about the order of bytes, or written before.
        self._settled = encoding
        self._fresh = True

    def decode(self, data, final):
        """Return the text of the bytes and the bytes that are not complete yet."""
        if self._fresh and (self._wide or self._signed):
            needed = self._wide or 3
            if len(data) < needed and not final:
                return "", data
            self._fresh = False
            data = self._settle(data)
        tail = 0 if final else self._incomplete(data)
        cut = len(data) - tail
        return data[:cut].decode(self._settled, self.errors), data[cut:]

    def _settle(self, data):
        """Look at the mark at the beginning."""
        if self._signed:
            self._settled = "utf-8"
            return data.removeprefix(b"\xef\xbb\xbf")
        size = self._wide
        family = f"utf-{8 * size}"
        for order in ("le", "be"):
            mark = "\ufeff".encode(f"{family}-{order}")
            if data.startswith(mark):
                self._settled = f"{family}-{order}"
                return data[len(mark) :]
        self._settled = f"{family}-{sys.byteorder[0]}e"
        return data

    def _incomplete(self, data):
        """How many bytes at the end begin a character that is not complete."""
        name = self._settled.lower().replace("_", "-")
        if name in ("utf-8", "utf8", "u8", "cp65001"):
            for back in range(1, min(4, len(data) + 1)):
                byte = data[-back]
                if byte < 0x80:
                    return 0
                if byte >= 0xC0:
                    needed = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                    return back if back < needed else 0
            return 0
        if name.startswith(("utf-16", "utf16")):
            rest = len(data) % 2
            high = data[-1 - rest if name.endswith("le") else -2 - rest :][:1]
            if len(data) >= 2 and high and 0xD8 <= high[0] <= 0xDB:
                return rest + 2
            return rest
        if name.startswith(("utf-32", "utf32")):
            return len(data) % 4
        return 0

    def encode(self, text):
        """Return the bytes of a text; a mark goes before the first ones."""
        if self._fresh:
            self._fresh = False
            if self._wide:
                data = text.encode(self.encoding, self.errors)
                self._settled = f"utf-{8 * self._wide}-{sys.byteorder[0]}e"
                return data
            if self._signed:
                self._settled = "utf-8"
                return text.encode("utf-8-sig", self.errors)
        return text.encode(self._settled, self.errors)

    def encode_plain(self, text):
        """Return the bytes of a text that was read."""
        return text.encode(self._settled, self.errors)

    def restart(self, at_start):
        """The position was changed."""
        self._fresh = at_start
        if at_start:
            self._settled = self.encoding


class TextIOWrapper(TextIOBase):
    """Text over a stream of bytes."""

    def __init__(
        self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
        write_through=False,
    ):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        if encoding is None or encoding == "locale":
            encoding = "UTF-8" if encoding is None else "utf-8"
        errors = "strict" if errors is None else errors
        self._codec = _Codec(encoding, errors)
        self.buffer = buffer
        self._newline = newline
        self._line_buffering = line_buffering
        self._write_through = write_through
        self._seen = set()
        self._telling = True
        self._forget()
        if buffer.writable() and buffer.seekable() and buffer.tell() != 0:
            self._codec.restart(False)

    def _forget(self):
        """Nothing is read ahead."""
        self._text = self._source = ""
        self._at = 0
        self._bytes = b""
        self._ended = False

    @property
    def encoding(self):
        return self._codec.encoding

    @property
    def errors(self):
        return self._codec.errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def newlines(self):
        seen = sorted(self._seen, key=["\r", "\n", "\r\n"].index)
        return None if not seen else seen[0] if len(seen) == 1 else tuple(seen)

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        if self.buffer is None:
            raise ValueError("underlying buffer has been detached")
        return self.buffer.closed

    def reconfigure(
        self, *, encoding=None, errors=None, newline=..., line_buffering=None,
        write_through=None,
    ):
        """Change how text is written."""
        self.flush()
        if encoding is not None or errors is not None:
            if errors is None:
                errors = "strict" if encoding is not None else self.errors
            self._codec = _Codec(encoding or self.encoding, errors)
        if newline is not ...:
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = line_buffering
        if write_through is not None:
            self._write_through = write_through

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def detach(self):
        """Give the stream of bytes back."""
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    # Reading.

    def _more(self):
        """Read and decode more; whether anything came."""
        if self._ended:
            return False
        size = 8192 if self.buffer.writable() else 65536
        data = self.buffer.read1(size) if hasattr(self.buffer, "read1") else self.buffer.read(size)
        final = not data
        self._ended = final
        text, self._bytes = self._codec.decode(self._bytes + data, final)
        left = self._source[self._source_offset(self._at) :]
        self._take(left + text, final)
        return not final or bool(text)

    def _take(self, source, final):
        """Make a text the one that is ahead, with the ends of lines as they are wanted."""
        self._at = 0
        self._source = text = source
        if self._newline in (None, "") and "\r" in source:
            if not final and source.endswith("\r"):
                # Perhaps a "\n" follows: both wait.
                text = source[:-1]
            if "\r\n" in text:
                self._seen.add("\r\n")
            single = text.replace("\r\n", "")
            self._see(single)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline in (None, ""):
            self._see(text)
        self._text = text

    def _see(self, text):
        if "\n" in text:
            self._seen.add("\n")
        if "\r" in text:
            self._seen.add("\r")

    def _source_offset(self, count):
        """How many characters before translation are behind so many after it."""
        source = self._source
        if self._newline is not None or "\r\n" not in source:
            return count
        offset = 0
        while True:
            pair = source.find("\r\n", offset)
            if pair < 0 or pair - offset >= count:
                return offset + count
            count -= pair + 1 - offset
            offset = pair + 2

    def _begin_reading(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        self.buffer.flush()

    def read(self, size=-1, /):
        """Return up to `size` characters; all that are left by default."""
        self._begin_reading()
        if size is None or size < 0:
            data = self._bytes + self.buffer.read()
            self._ended = True
            text, self._bytes = self._codec.decode(data, True)
            left = self._source[self._source_offset(self._at) :]
            self._take(left + text, True)
            size = len(self._text)
        while len(self._text) - self._at < size and self._more():
            pass
        text = self._text[self._at : self._at + size]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        """Return the rest of the line."""
        self._begin_reading()
        if size is None:
            size = -1
        end = self._line_end()
        if 0 <= size < end - self._at:
            end = self._at + size
        line = self._text[self._at : end]
        self._at = end
        return line

    def _line_end(self):
        """Where the line ends, after reading as much as needed."""
        start = self._at
        while True:
            end = self._end_in(start)
            if end >= 0:
                return end
            ahead = len(self._text) - self._at
            if not self._more():
                return len(self._text)
            start = self._at + max(0, ahead - 1)

    def _end_in(self, start):
        mode = self._newline
        if mode == "":
            feed = self._text.find("\n", start)
            turn = self._text.find("\r", start, feed if feed >= 0 else len(self._text))
            if turn < 0:
                return feed + 1 if feed >= 0 else -1
            return turn + 2 if feed == turn + 1 else turn + 1
        mark = mode or "\n"
        found = self._text.find(mark, start)
        return found + len(mark) if found >= 0 else -1

    def __next__(self):
        self._telling = False
        end = self._text.find("\n", self._at) if self._newline is None else -1
        if end >= 0 and not self.closed:
            line = self._text[self._at : end + 1]
            self._at = end + 1
            return line
        line = self.readline()
        if not line:
            self._telling = True
            raise StopIteration
        return line

    # Writing.

    def write(self, s, /):
        """Write a text; returns its length."""
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        text = s
        if self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        if self._text or self._bytes:
            self._forget()
        self._ended = False
        self.buffer.write(self._codec.encode(text))
        if self._write_through or self._line_buffering and ("\n" in s or "\r" in s):
            self.buffer.flush()
        return len(s)

    def flush(self):
        """Write what is buffered."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        self.buffer.flush()

    def tell(self):
        """Return a number that seek() understands."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self.buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        left = self._source[self._source_offset(self._at) :]
        return self.buffer.tell() - len(self._bytes) - len(self._codec.encode_plain(left))

    def seek(self, cookie, whence=0, /):
        """Go to a position that tell() has given, or to the end."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self.buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            self._telling = True
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            position = self.buffer.seek(0, 2)
            self._forget()
            self._telling = True
            self._codec.restart(position == 0)
            return position
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie!r}")
        self.flush()
        self.buffer.seek(cookie)
        self._forget()
        self._telling = True
        self._codec.restart(cookie == 0)
        return cookie

    def truncate(self, pos=None, /):
        """Cut the file off."""
        self.flush()
        if pos is None:
            pos = self.tell()
        return self.buffer.truncate(pos)

    def close(self):
        """Write what is buffered and close the file."""
        if self.buffer is not None and not self.closed:
            self.buffer.close()

    def __del__(self):
        buffer = self.__dict__.get("buffer")
        if buffer is not None and not buffer.closed:
            raw = getattr(buffer, "raw", None)
            if isinstance(raw, FileIO) and raw._owned:
                _warn_unclosed(self)
            self.close()

    def __repr__(self):
        parts = ["<_io.TextIOWrapper"]
        for attribute in ("name", "mode"):
            try:
                parts.append(f"{attribute}={getattr(self, attribute)!r}")
            except AttributeError:
                pass
        parts.append(f"encoding={self.encoding!r}>")
        return " ".join(parts)


for _class in (FileIO, BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper):
    _class.__module__ = "_io"
TextIOWrapper.register(type(sys.stdout))
