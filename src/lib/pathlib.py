"""Paths as objects."""

import io
import os
import posixpath
import re
import stat

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath",
           "UnsupportedOperation"]


class UnsupportedOperation(NotImplementedError):
    """What a kind of path cannot do."""


class _Parents:
    """The folders that a path lies in, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._made(self._path._root, self._tail[: -index - 1])

    def __iter__(self):
        return (self[place] for place in range(len(self)))

    def __contains__(self, item):
        return any(item == parent for parent in self)

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path that touches no file."""

    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.append(str(arg) if arg._tail or arg._root else "")
                continue
            try:
                text = arg if isinstance(arg, str) else os.fspath(arg)
            except TypeError:
                text = arg
            if not isinstance(text, str):
                raise TypeError(
                    "argument should be a str or an os.PathLike object where __fspath__ "
                    f"returns a str, not {type(text).__name__!r}"
                )
            texts.append(text)
        self._root, self._tail = self._parse(posixpath.join(*texts) if texts else "")

    @staticmethod
    def _parse(text):
        _, root, rest = posixpath.splitroot(text)
        return root, [part for part in rest.split("/") if part and part != "."]

    def _made(self, root, tail):
        path = self.with_segments(root + "/".join(tail))
        path._root, path._tail = root, list(tail)
        return path

    def with_segments(self, *pathsegments):
        """Make another path of the same kind."""
        return type(self)(*pathsegments)

    def __reduce__(self):
        return self.__class__, self.parts

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def __str__(self):
        return self._root + "/".join(self._tail) or "."

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def as_posix(self):
        """Return the text, with slashes."""
        return str(self)

    def as_uri(self):
        """Return the path as an address."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes

        return "file://" + quote_from_bytes(os.fsencode(self))

    def __hash__(self):
        return hash(str(self))

    def _compared(self, other):
        return isinstance(other, PurePath) and self.parser is other.parser

    def __eq__(self, other):
        if not self._compared(other):
            return NotImplemented
        return str(self) == str(other)

    def _key(self):
        return str(self).split("/")

    def __lt__(self, other):
        return self._key() < other._key() if self._compared(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._compared(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._compared(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._compared(other) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *pathsegments):
        """Put paths after this one."""
        return self.with_segments(self, *pathsegments)

    drive = property(lambda self: "", doc="The drive: none here.")
    root = property(lambda self: self._root, doc="The root, or an empty text.")
    anchor = property(lambda self: self._root, doc="Drive and root.")

    @property
    def parts(self):
        """The parts as a tuple."""
        return (self._root, *self._tail) if self._root else tuple(self._tail)

    @property
    def parent(self):
        """The folder that the path lies in."""
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        """All folders that the path lies in."""
        return _Parents(self)

    @property
    def name(self):
        """The last part."""
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        """The last dot of the name and what follows."""
        name = self.name.lstrip(".")
        place = name.rfind(".")
        return name[place:] if 0 < place < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All such parts of the name."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The name without the suffix."""
        name = self.name
        place = name.rfind(".")
        if 0 < place < len(name) - 1 and name[:place].strip("."):
            return name[:place]
        return name

    def with_name(self, name):
        """The same path with another name."""
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        if not self._tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._made(self._root, [*self._tail[:-1], name])

    def with_stem(self, stem):
        """The same path with another stem."""
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """The same path with another suffix."""
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and (not suffix.startswith(".") or suffix == "." or "/" in suffix):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def relative_to(self, other, *_deprecated, walk_up=False):
        """The way from another path to this one."""
        if not isinstance(other, PurePath):
            other = self.with_segments(other)
        up = 0
        for up, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._made("", [".."] * up + self._tail[len(path._tail) :])

    def is_relative_to(self, other, *_deprecated):
        """True if this path lies in another."""
        if not isinstance(other, PurePath):
            other = self.with_segments(other)
        return other == self or other in self.parents

    def is_absolute(self):
        """True if the path begins at the root."""
        return bool(self._root)

    def is_reserved(self):
        """No names are reserved here."""
        return False

    def _pattern(self, pattern):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        return pattern

    def match(self, path_pattern, *, case_sensitive=None):
        """True if the path, or its end, matches a pattern."""
        pattern = self._pattern(path_pattern)
        parts, wanted = self.parts, pattern.parts
        if len(parts) < len(wanted) or len(parts) > len(wanted) and pattern.anchor:
            return False
        flags = re.IGNORECASE if case_sensitive is False else 0
        for part, one in zip(reversed(parts), reversed(wanted)):
            one = "*" if one == "**" else one
            if re.match(_part_expression(one), part, flags) is None:
                return False
        return True

    def full_match(self, pattern, *, case_sensitive=None):
        """True if the whole path matches a pattern."""
        pattern = self._pattern(pattern)
        flags = re.IGNORECASE if case_sensitive is False else 0
        return _matches_parts(list(self.parts), list(pattern.parts), flags)

    __class_getitem__ = classmethod(type(list[int]))


os.PathLike.register(PurePath)


def _part_expression(part):
    import fnmatch

    return fnmatch.translate(part)


def _matches_parts(parts, wanted, flags):
    if not wanted:
        return not parts
    if wanted[0] == "**":
        return any(
            _matches_parts(parts[place:], wanted[1:], flags) for place in range(len(parts) + 1)
        )
    if not parts or re.match(_part_expression(wanted[0]), parts[0], flags) is None:
        return False
    return _matches_parts(parts[1:], wanted[1:], flags)


class PurePosixPath(PurePath):
    """A path with slashes that touches no file."""


class PureWindowsPath(PurePath):
    """Paths of Windows are not supported."""

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError("PureWindowsPath is not supported by Ouro; PurePosixPath is")


class Path(PurePath):
    """A path of the system."""

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The folder of the user."""
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        """The path that an address means."""
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        from urllib.parse import unquote_to_bytes

        path = uri[5:]
        if path.startswith("///"):
            path = path[2:]
        elif path.startswith("//localhost/"):
            path = path[11:]
        made = cls(os.fsdecode(unquote_to_bytes(path)))
        if not made.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return made

    def stat(self, *, follow_symlinks=True):
        """What is known about the file."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What is known about the file; of a link about itself."""
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        """True if there is something."""
        return (os.path.exists if follow_symlinks else os.path.lexists)(self)

    def _has(self, test, follow_symlinks=True):
        try:
            return test(self.stat(follow_symlinks=follow_symlinks).st_mode)
        except (OSError, ValueError):
            return False

    def is_dir(self, *, follow_symlinks=True):
        """True for a folder."""
        return self._has(stat.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """True for an ordinary file."""
        return self._has(stat.S_ISREG, follow_symlinks)

    def is_symlink(self):
        """True for a symbolic link."""
        return self._has(stat.S_ISLNK, False)

    def is_junction(self):
        """There are no junctions here."""
        return False

    def is_mount(self):
        """True if another file system begins there."""
        return os.path.ismount(self)

    def is_block_device(self):
        """True for a device of blocks."""
        return self._has(stat.S_ISBLK)

    def is_char_device(self):
        """True for a device of characters."""
        return self._has(stat.S_ISCHR)

    def is_fifo(self):
        """True for a named pipe."""
        return self._has(stat.S_ISFIFO)

    def is_socket(self):
        """True for a socket."""
        return self._has(stat.S_ISSOCK)

    def samefile(self, other_path):
        """True if another path leads to the same file."""
        return os.path.samefile(self, other_path)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file, as open() does."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        """Return the content as text."""
        with self.open("r", encoding=encoding, errors=errors, newline=newline) as file:
            return file.read()

    def read_bytes(self):
        """Return the content as bytes."""
        with self.open("rb", buffering=0) as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make a text the content."""
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {data.__class__.__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        """Make bytes the content."""
        if not isinstance(data, (bytes, bytearray)):
            kind = type(data).__name__
            raise TypeError(f"memoryview: a bytes-like object is required, not '{kind}'")
        with self.open("wb") as file:
            return file.write(data)

    def iterdir(self):
        """An iterator over the paths of what is in the folder."""
        names = os.listdir(self)
        return (self._made(self._root, [*self._tail, name]) for name in names)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below that match a pattern."""
        pattern = os.fspath(pattern) if not isinstance(pattern, str) else pattern
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {self.with_segments()!r}")
        root, parts = self._parse(pattern)
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if not parts:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        only_folders = pattern.endswith("/")
        flags = re.IGNORECASE if case_sensitive is False else 0
        return self._select(parts, only_folders, flags, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The same as glob() with `**/` before the pattern."""
        pattern = os.fspath(pattern) if not isinstance(pattern, str) else pattern
        return self.glob(
            f"**/{pattern}" if pattern else "**/", case_sensitive=case_sensitive,
            recurse_symlinks=recurse_symlinks,
        )

    def _entries(self):
        try:
            with os.scandir(self) as entries:
                return list(entries)
        except OSError:
            return []

    def _select(self, parts, only_folders, flags, links):
        if not parts:
            if not only_folders or self.is_dir():
                yield self
            return
        part, *rest = parts
        if part == "**":
            while rest and rest[0] == "**":
                rest.pop(0)
            yield from self._below(rest, only_folders, flags, links, set())
            return
        if not re.search("[*?[]", part) and not flags:
            path = self._made(self._root, [*self._tail, part])
            if path.is_dir() if rest or only_folders else path.exists(follow_symlinks=False):
                yield from path._select(rest, only_folders, flags, links)
            return
        fits = re.compile(_part_expression(part), flags).match
        for entry in self._entries():
            if fits(entry.name) and (not (rest or only_folders) or entry.is_dir()):
                path = self._made(self._root, [*self._tail, entry.name])
                yield from path._select(rest, only_folders, flags, links)

    def _below(self, rest, only_folders, flags, links, seen):
        if rest:
            for path in self._select(rest, only_folders, flags, links):
                if path not in seen:
                    seen.add(path)
                    yield path
        else:
            yield self
        for entry in self._entries():
            path = self._made(self._root, [*self._tail, entry.name])
            if entry.is_dir(follow_symlinks=links):
                yield from path._below(rest, only_folders, flags, links, seen)
            elif not rest and not only_folders:
                yield path

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Go through the folder and all in it."""
        for folder, folders, files in os.walk(self, top_down, on_error, follow_symlinks):
            yield self.with_segments(folder), folders, files

    def absolute(self):
        """The path from the root."""
        if self.is_absolute():
            return self
        return self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        """The path from the root, without links and `..`."""
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        """Replace `~` by the folder of the user."""
        if not self._root and self._tail and self._tail[0][:1] == "~":
            home = os.path.expanduser(self._tail[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self.with_segments(home, *self._tail[1:])
        return self

    def readlink(self):
        """What a link points to."""
        return self.with_segments(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        """Make the file if it is not there."""
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL)
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make the folder."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Change the permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def unlink(self, missing_ok=False):
        """Remove the file."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove the empty folder."""
        os.rmdir(self)

    def rename(self, target):
        """Give the file another path; returns it."""
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        """Give the file another path; what was there goes."""
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        """Make this path a link to another."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make this path a second name of a file."""
        os.link(target, self)

    def owner(self, *, follow_symlinks=True):
        """The names of users are not looked up."""
        raise UnsupportedOperation("Path.owner() is not supported by Ouro")

    def group(self, *, follow_symlinks=True):
        """The names of groups are not looked up."""
        raise UnsupportedOperation("Path.group() is not supported by Ouro")


class PosixPath(Path, PurePosixPath):
    """A path of a system with slashes."""


class WindowsPath(Path, PureWindowsPath):
    """Paths of Windows are not supported."""


for _class in (PurePath, PurePosixPath, PureWindowsPath, Path, PosixPath, WindowsPath):
    _class.__module__ = "pathlib._local"
