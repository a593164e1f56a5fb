"""Files and folders for a while."""

import io as _io
import os as _os
import shutil as _shutil

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory",
           "mkstemp", "mkdtemp", "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir",
           "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None


def gettempdir():
    """The folder for such files."""
    global tempdir
    if tempdir is None:
        candidates = [_os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP")]
        candidates += ["/tmp", "/var/tmp", "/usr/tmp", _os.getcwd()]
        for folder in candidates:
            if folder and _os.path.isdir(folder) and _os.access(folder, _os.W_OK):
                tempdir = _os.path.abspath(folder)
                break
        else:
            raise FileNotFoundError(2, f"No usable temporary directory found in {candidates}")
    return _os.fsdecode(tempdir)


def gettempdirb():
    """The folder, as bytes."""
    return _os.fsencode(gettempdir())


def gettempprefix():
    """What the names begin with."""
    return template


def gettempprefixb():
    """What the names begin with, as bytes."""
    return _os.fsencode(template)


def _names():
    import random

    letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
    chance = random.Random(_os.urandom(16))
    while True:
        yield "".join(chance.choices(letters, k=8))


_candidates = None


def _next_name():
    global _candidates
    if _candidates is None:
        _candidates = _names()
    return next(_candidates)


def _parts(prefix, suffix, folder):
    """The parts of a name, all text or all bytes."""
    kinds = set()
    for part in (prefix, suffix, folder):
        if part is None:
            continue
        if isinstance(part, _os.PathLike):
            part = _os.fspath(part)
        kinds.add(bytes if isinstance(part, bytes) else str)
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    is_bytes = kinds == {bytes}
    if suffix is None:
        suffix = b"" if is_bytes else ""
    if prefix is None:
        prefix = gettempprefixb() if is_bytes else template
    if folder is None:
        folder = gettempdirb() if is_bytes else gettempdir()
    return prefix, suffix, folder, is_bytes


def _attempts(prefix, suffix, folder):
    prefix, suffix, folder, is_bytes = _parts(prefix, suffix, folder)
    for _ in range(TMP_MAX):
        name = _next_name()
        if is_bytes:
            name = _os.fsencode(name)
        yield _os.path.join(_os.path.abspath(folder), prefix + name + suffix)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make and open a file; returns its number and its path."""
    for path in _attempts(prefix, suffix, dir):
        try:
            return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary file name found")


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a folder; returns its path."""
    for path in _attempts(prefix, suffix, dir):
        try:
            _os.mkdir(path, 0o700)
            return path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary directory name found")


def mktemp(suffix="", prefix=template, dir=None):
    """Return a path where nothing is yet."""
    for path in _attempts(prefix, suffix, dir):
        if not _os.path.lexists(path):
            return path
    raise FileExistsError(17, "No usable temporary filename found")


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close
        self._removed = False

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} {self.file=}>"

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._remove()
        return result

    def __iter__(self):
        yield from self.file

    def _remove(self):
        if self.delete and not self._removed:
            self._removed = True
            try:
                _os.unlink(self.name)
            except FileNotFoundError:
                pass

    def close(self):
        """Close the file, and remove it."""
        try:
            self.file.close()
        finally:
            if self._delete_on_close:
                self._remove()

    def __del__(self):
        file = self.__dict__.get("file")
        if file is not None:
            file.close()
            self._remove()


def NamedTemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
    delete=True, *, errors=None, delete_on_close=True,
):
    """Make a file that has a name and is removed when it is closed."""
    paths = []

    def opener(*args):
        fd, path = mkstemp(suffix, prefix, dir)
        paths.append(path)
        return fd

    folder = gettempdir() if dir is None else dir
    file = _io.open(
        folder, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors,
        opener=opener,
    )
    raw = getattr(file, "buffer", file)
    raw = getattr(raw, "raw", raw)
    raw.name = paths[0]
    return _TemporaryFileWrapper(file, paths[0], delete, delete_on_close)


def TemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
    errors=None,
):
    """Make a file without a name."""
    fd, path = mkstemp(suffix, prefix, dir)
    try:
        _os.unlink(path)
        return _io.open(
            fd, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors
        )
    except BaseException:
        _os.close(fd)
        raise


class SpooledTemporaryFile(_io.IOBase):
    """A stream in memory that becomes a file when it grows."""

    _rolled = False

    def __init__(
        self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None,
        prefix=None, dir=None, *, errors=None,
    ):
        if "b" in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.StringIO(newline="\n" if newline is None else newline)
        self._max_size = max_size
        self._arguments = {
            "mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix,
            "encoding": encoding, "newline": newline, "dir": dir, "errors": errors,
        }

    def rollover(self):
        """Make it a file."""
        if self._rolled:
            return
        old = self._file
        self._file = TemporaryFile(**self._arguments)
        position = old.tell()
        self._file.write(old.getvalue())
        if "b" in self._arguments["mode"]:
            self._file.seek(position)
        else:
            old.seek(0)
            self._file.seek(len(old.read(position).encode()))
        self._rolled = True

    def _check(self, result):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return result

    def write(self, s):
        return self._check(self._file.write(s))

    def writelines(self, lines):
        self._check(self._file.writelines(lines))

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def read(self, *args):
        return self._file.read(*args)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def flush(self):
        self._file.flush()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def __next__(self):
        return self._file.__next__()


class TemporaryDirectory:
    """A folder that is removed, with all in it, at the end of a `with`."""

    def __init__(
        self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True
    ):
        import weakref

        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = weakref.finalize(
            self, self._cleanup, self.name, f"Implicitly cleaning up {self!r}",
            ignore_cleanup_errors, delete,
        )

    @classmethod
    def _cleanup(cls, name, warning, ignore_errors, delete):
        if delete:
            _shutil.rmtree(name, ignore_errors=ignore_errors)
            import warnings

            warnings.warn(warning, ResourceWarning)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove the folder."""
        if self._finalizer.detach() or _os.path.exists(self.name):
            _shutil.rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(type(list[int]))
