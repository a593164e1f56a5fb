"""The operating system: files, folders, the environment and the process."""

import sys

import posix
import stat as _stat
from _files import _fspath as fspath

__all__ = [
    "altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path",
    "devnull", "SEEK_SET", "SEEK_CUR", "SEEK_END", "fsencode", "fsdecode", "get_exec_path",
    "fdopen", "extsep", "environ", "getenv", "makedirs", "removedirs", "renames", "walk",
    "PathLike", "fspath", "listdir", "scandir", "stat", "lstat", "mkdir", "rmdir", "remove",
    "unlink", "rename", "replace", "open", "close", "read", "write", "getcwd", "chdir", "error",
]

name = "posix"
linesep = "\n"
curdir, pardir, sep, altsep, extsep = ".", "..", "/", None, "."
pathsep, defpath, devnull = ":", "/bin:/usr/bin", "/dev/null"

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR = posix.O_RDONLY, posix.O_WRONLY, posix.O_RDWR
O_CREAT, O_EXCL, O_TRUNC, O_APPEND = posix.O_CREAT, posix.O_EXCL, posix.O_TRUNC, posix.O_APPEND
O_CLOEXEC = posix.O_CLOEXEC
EX_OK = 0

error = OSError
supports_bytes_environ = True
supports_dir_fd = set()
supports_fd = set()
supports_follow_symlinks = set()
supports_effective_ids = set()

import posixpath as path

sys.modules["os.path"] = path


def _import_abc():
    import abc

    return abc.ABCMeta


class PathLike(metaclass=_import_abc()):
    """What has a path: classes with `__fspath__`."""

    __slots__ = ()

    def __fspath__(self):
        """Return the path, as str or bytes."""
        raise NotImplementedError

    __fspath__.__isabstractmethod__ = True

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in subclass.__mro__:
                if "__fspath__" in base.__dict__:
                    return base.__dict__["__fspath__"] is not None or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


PathLike.__abstractmethods__ = frozenset({"__fspath__"})

fspath.__module__ = "posix"
fspath.__name__ = fspath.__qualname__ = "fspath"


def fsencode(filename):
    """The bytes of a path."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """The text of a path."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _text(value, function, argument="path", fd=False):
    """The text of an argument that is a path."""
    if isinstance(value, str):
        return value
    try:
        return fsdecode(value)
    except TypeError:
        wanted = "string, bytes or os.PathLike"
        if fd:
            optional = function in ("listdir", "scandir")
            wanted = "string, bytes, os.PathLike" + (
                ", integer or None" if optional else " or integer"
            )
        kind = type(value).__name__
        raise TypeError(f"{function}: {argument} should be {wanted}, not {kind}") from None


def _call(function, *paths):
    """Call a function of the system; the error names the paths as they were given."""
    try:
        return function(*[fsdecode(path) for path in paths])
    except OSError as failure:
        if failure.filename is not None:
            failure.filename = fspath(paths[0])
            if failure.filename2 is not None:
                failure.filename2 = fspath(paths[1])
        raise


# The process.


def getcwd():
    """The current folder."""
    return posix.getcwd()


def getcwdb():
    """The current folder, as bytes."""
    return fsencode(posix.getcwd())


def chdir(path):
    """Make a folder the current one."""
    _text(path, "chdir", fd=True)
    _call(posix.chdir, path)


_exit = posix._exit
getpid = posix.getpid
getppid = posix.getppid
getuid = geteuid = posix.getuid
urandom = posix.urandom


def getlogin():
    """The name of the user."""
    name = environ.get("LOGNAME") or environ.get("USER")
    if name is None:
        raise OSError(6, "No such device or address")
    return name


def cpu_count():
    """How many processors a program may count with: threads take turns on one."""
    return 1


process_cpu_count = cpu_count


def system(command):
    """Programs cannot start others."""
    raise NotImplementedError("os.system() is not supported by Ouro: it starts no processes")


def fork():
    """A program is one process."""
    raise NotImplementedError("os.fork() is not supported by Ouro; asyncio and threading are")


def strerror(code, /):
    """The text for the number of an error."""
    import errno

    return _ERRORS.get(code) or (errno.errorcode.get(code) or f"Unknown error {code}")


_ERRORS = {
    1: "Operation not permitted", 2: "No such file or directory", 3: "No such process",
    4: "Interrupted system call", 5: "Input/output error", 9: "Bad file descriptor",
    11: "Resource temporarily unavailable", 12: "Cannot allocate memory", 13: "Permission denied",
    17: "File exists", 18: "Invalid cross-device link", 20: "Not a directory",
    21: "Is a directory", 22: "Invalid argument", 24: "Too many open files",
    28: "No space left on device", 32: "Broken pipe", 36: "File name too long",
    38: "Function not implemented", 39: "Directory not empty", 110: "Connection timed out",
    111: "Connection refused",
}


class _Uname(tuple):
    __slots__ = ()

    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])


class terminal_size(tuple):
    """How many columns and lines a terminal has."""

    __slots__ = ()
    __module__ = "os"

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1, /):
    """The size of a terminal, which only a terminal has."""
    raise OSError(25, "Inappropriate ioctl for device")


# The environment.


def _make_environ():
    from collections.abc import MutableMapping

    class _Environ(MutableMapping):
        def __init__(self, data, encode, decode):
            self._data = data
            self.encodekey = self.encodevalue = encode
            self.decodekey = self.decodevalue = decode

        def __getitem__(self, key):
            try:
                value = self._data[self.encodekey(key)]
            except KeyError:
                raise KeyError(key) from None
            return self.decodevalue(value)

        def __setitem__(self, key, value):
            key = self.encodekey(key)
            value = self.encodevalue(value)
            putenv(key, value)
            self._data[key] = value

        def __delitem__(self, key):
            encoded = self.encodekey(key)
            unsetenv(encoded)
            try:
                del self._data[encoded]
            except KeyError:
                raise KeyError(key) from None

        def __iter__(self):
            for key in list(self._data):
                yield self.decodekey(key)

        def __len__(self):
            return len(self._data)

        def __repr__(self):
            items = ", ".join(
                f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}"
                for key, value in self._data.items()
            )
            return f"environ({{{items}}})"

        def copy(self):
            return dict(self)

        def setdefault(self, key, value):
            if key not in self:
                self[key] = value
            return self[key]

        def __ior__(self, other):
            self.update(other)
            return self

        def __or__(self, other):
            from collections.abc import Mapping

            if not isinstance(other, Mapping):
                return NotImplemented
            return dict(self) | dict(other)

        def __ror__(self, other):
            from collections.abc import Mapping

            if not isinstance(other, Mapping):
                return NotImplemented
            return dict(other) | dict(self)

    def encode(value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value.encode("utf-8", "surrogateescape")

    def decode(value):
        return value.decode("utf-8", "surrogateescape")

    def check_bytes(value):
        if not isinstance(value, bytes):
            raise TypeError(f"bytes expected, not {type(value).__name__}")
        return value

    data = {encode(key): encode(value) for key, value in posix.environ().items()}
    return _Environ(data, encode, decode), _Environ(data, check_bytes, check_bytes)


def putenv(name, value, /):
    """Set a variable of the environment, past `environ`."""
    name, value = fsdecode(name), fsdecode(value)
    if not name or "=" in name:
        raise ValueError("illegal environment variable name")
    if "\0" in name or "\0" in value:
        raise ValueError("embedded null byte")
    posix.set_variable(name, value)


def unsetenv(name, /):
    """Remove a variable of the environment, past `environ`."""
    name = fsdecode(name)
    if not name or "=" in name:
        raise OSError(22, "Invalid argument")
    posix.set_variable(name, None)


environ, environb = _make_environ()


def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment, as bytes."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The folders where programs are looked for."""
    return (env or environ).get("PATH", defpath).split(pathsep)


# Open files.


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Open a file; returns its number."""
    _text(path, "open")
    return _call(lambda path: posix.open(path, flags, mode), path)


def close(fd):
    """Close an open file."""
    posix.close(fd)


def read(fd, length, /):
    """Read up to so many bytes."""
    return posix.read(fd, length)


def write(fd, data, /):
    """Write bytes; returns how many of them."""
    return posix.write(fd, data)


def lseek(fd, position, whence, /):
    """Go to a position."""
    return posix.lseek(fd, position, whence)


def ftruncate(fd, length, /):
    """Cut an open file off."""
    posix.ftruncate(fd, length)


def truncate(path, length):
    """Cut a file off."""
    if isinstance(path, int):
        return posix.ftruncate(path, length)
    fd = open(path, O_WRONLY)
    try:
        posix.ftruncate(fd, length)
    finally:
        posix.close(fd)


fsync = fdatasync = posix.fsync
isatty = posix.isatty


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A stream over an open file."""
    import io

    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# What is known about files.


class stat_result(tuple):
    """What stat() gives."""

    __slots__ = ()
    __module__ = "os"

    n_sequence_fields = 10
    n_fields = 19
    n_unnamed_fields = 3

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])

    def __repr__(self):
        names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
                 "st_atime", "st_mtime", "st_ctime")
        shown = ", ".join(f"{name}={int(value)}" for name, value in zip(names, self))
        return f"os.stat_result({shown})"


class _Status(stat_result):
    # A class with room for the times in nanoseconds.
    __module__ = "os"

    st_atime = property(lambda self: self.st_atime_ns / 1e9)
    st_mtime = property(lambda self: self.st_mtime_ns / 1e9)
    st_ctime = property(lambda self: self.st_ctime_ns / 1e9)
    st_blksize = 4096
    st_blocks = property(lambda self: (self[6] + 511) // 512)


def _status(fields):
    *rest, accessed, modified, changed = fields
    times = [time // 1_000_000_000 for time in (accessed, modified, changed)]
    result = _Status((*rest, *times))
    result.st_atime_ns, result.st_mtime_ns, result.st_ctime_ns = accessed, modified, changed
    return result


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What is known about a file."""
    if isinstance(path, int):
        return _status(posix.fstat(path))
    _text(path, "stat", fd=True)
    return _status(_call(lambda path: posix.stat(path, follow_symlinks), path))


def lstat(path, *, dir_fd=None):
    """What is known about a file; of a link about itself."""
    _text(path, "lstat")
    return stat(path, follow_symlinks=False)


def fstat(fd):
    """What is known about an open file."""
    return _status(posix.fstat(fd))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Whether a file may be read, written or run."""
    try:
        status = stat(path, follow_symlinks=follow_symlinks)
    except OSError:
        return False
    user = getuid()
    if user == 0:
        return not mode & X_OK or _stat.S_ISDIR(status.st_mode) or bool(status.st_mode & 0o111)
    shift = 6 if user == status.st_uid else 0
    return status.st_mode >> shift & mode == mode


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    """Change the permissions of a file."""
    _text(path, "chmod", fd=True)
    _call(lambda path: posix.chmod(path, mode), path)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Change the times of a file."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        accessed, modified = (int(time * 1_000_000_000) for time in times)
    elif ns is not None:
        accessed, modified = ns
    else:
        import time

        accessed = modified = time.time_ns()
    _call(lambda path: posix.utime(path, accessed, modified), path)


def umask(mask, /):
    """The permissions that new files do not get: the host decides."""
    return 0o022


# Folders.


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Make a folder."""
    _text(path, "mkdir")
    _call(lambda path: posix.mkdir(path, mode), path)


def rmdir(path, *, dir_fd=None):
    """Remove an empty folder."""
    _text(path, "rmdir")
    _call(posix.rmdir, path)


def unlink(path, *, dir_fd=None):
    """Remove a file."""
    _text(path, "unlink")
    _call(posix.unlink, path)


def remove(path, *, dir_fd=None):
    """Remove a file."""
    _text(path, "remove")
    _call(posix.unlink, path)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Give a file or folder another name."""
    _text(src, "rename", "src"), _text(dst, "rename", "dst")
    _call(posix.rename, src, dst)


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Give a file another name; what had that name goes."""
    _text(src, "replace", "src"), _text(dst, "replace", "dst")
    _call(posix.rename, src, dst)


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    """Give a file a second name."""
    _call(posix.link, src, dst)


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    """Make a symbolic link."""
    _call(posix.symlink, src, dst)


def readlink(path, *, dir_fd=None):
    """What a symbolic link points to."""
    _text(path, "readlink")
    result = _call(posix.readlink, path)
    return fsencode(result) if isinstance(fspath(path), bytes) else result


def listdir(path=None):
    """The names of what is in a folder."""
    if path is None:
        path = "."
    _text(path, "listdir", fd=True)
    names = [name for name, _ in _call(posix.listdir, path)]
    return [fsencode(name) for name in names] if isinstance(fspath(path), bytes) else names


class DirEntry:
    """What scandir() gives."""

    __slots__ = ("name", "path", "_kind", "_status", "_link_status")
    __module__ = "posix"

    def is_dir(self, *, follow_symlinks=True):
        """True for a folder."""
        return self._is(_stat.S_IFDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """True for an ordinary file."""
        return self._is(_stat.S_IFREG, follow_symlinks)

    def is_symlink(self):
        """True for a symbolic link."""
        return self._kind == _stat.S_IFLNK

    def is_junction(self):
        """There are no junctions here."""
        return False

    def _is(self, kind, follow):
        if self._kind == _stat.S_IFLNK and follow or not self._kind:
            try:
                return _stat.S_IFMT(self.stat().st_mode) == kind
            except FileNotFoundError:
                return False
        return self._kind == kind

    def stat(self, *, follow_symlinks=True):
        """What is known about it."""
        if not follow_symlinks and self.is_symlink():
            if self._link_status is None:
                self._link_status = lstat(self.path)
            return self._link_status
        if self._status is None:
            self._status = stat(self.path)
        return self._status

    def inode(self):
        """Its number in the file system."""
        return self.stat(follow_symlinks=False).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    __class_getitem__ = classmethod(type(list[int]))


class _Entries:
    """The iterator of scandir()."""

    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


_Entries.__name__ = _Entries.__qualname__ = "ScandirIterator"
_Entries.__module__ = "posix"


def scandir(path=None):
    """An iterator over what is in a folder."""
    if path is None:
        path = "."
    _text(path, "scandir", fd=True)
    folder = fspath(path)
    entries = []
    for name, kind in _call(posix.listdir, path):
        entry = DirEntry()
        entry.name = fsencode(name) if isinstance(folder, bytes) else name
        entry.path = _path_join(folder, entry.name)
        entry._kind, entry._status, entry._link_status = kind, None, None
        entries.append(entry)
    return _Entries(entries)


def _path_join(folder, name):
    return path.join(folder, name)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and those it lies in."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail in (".", b"."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a folder and those it lies in as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename; makes the folders that are needed and removes those that become empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Go through a folder and all in it: (path, names of folders, names of files)."""
    sys.audit("os.walk", top, topdown, onerror, followlinks) if hasattr(sys, "audit") else None
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        folders, files, inside = [], [], []
        try:
            entries = list(scandir(top))
        except OSError as failure:
            if onerror is not None:
                onerror(failure)
            continue
        for entry in entries:
            try:
                is_dir = entry.is_dir()
            except OSError:
                is_dir = False
            (folders if is_dir else files).append(entry.name)
            if not topdown and is_dir and (followlinks or not entry.is_symlink()):
                inside.append(entry.path)
        if topdown:
            yield top, folders, files
            for folder in reversed(folders):
                new = path.join(top, folder)
                if followlinks or not path.islink(new):
                    stack.append(new)
        else:
            stack.append((top, folders, files))
            stack.extend(reversed(inside))
