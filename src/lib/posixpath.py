"""Paths with slashes: `os.path`."""

import os
import stat
from genericpath import *

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename",
    "dirname", "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists",
    "lexists", "isdir", "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath",
    "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep", "defpath",
    "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath",
    "commonpath", "isjunction", "isreserved", "isdevdrive",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def normcase(s):
    """Paths are as they are here: upper and lower case differ."""
    return os.fspath(s)


def isabs(s):
    """True if a path begins at the root."""
    s = os.fspath(s)
    return s.startswith(_slash(s))


def _check_types(function, paths):
    has_text = has_bytes = False
    for path in paths:
        if isinstance(path, str):
            has_text = True
        elif isinstance(path, bytes):
            has_bytes = True
        else:
            raise TypeError(
                f"{function}() argument must be str, bytes, or os.PathLike object, not "
                f"{path.__class__.__name__!r}"
            ) from None
    if has_text and has_bytes:
        raise TypeError("Can't mix strings and bytes in path components") from None


def join(a, *p):
    """Put paths together; one that begins at the root lets those before it go."""
    a = os.fspath(a)
    slash = _slash(a)
    path = a
    try:
        for part in map(os.fspath, p):
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError):
        _check_types("join", (a, *p))
        raise
    return path


def split(p):
    """Split a path into its folder and its last part."""
    p = os.fspath(p)
    slash = _slash(p)
    place = p.rfind(slash) + 1
    head, tail = p[:place], p[place:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """Split a path before the last dot of its last part."""
    p = os.fspath(p)
    slash, dot = (b"/", b".") if isinstance(p, bytes) else ("/", ".")
    start = p.rfind(slash) + 1
    place = p.rfind(dot)
    if place > start and p[start:place].strip(dot):
        return p[:place], p[place:]
    return p, p[:0]


def splitdrive(p):
    """There are no drives here."""
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    """Split a path into drive, root and the rest."""
    p = os.fspath(p)
    slash = _slash(p)
    empty = p[:0]
    if not p.startswith(slash):
        return empty, empty, p
    if not p.startswith(slash * 2) or p.startswith(slash * 3):
        return empty, slash, p[1:]
    return empty, slash * 2, p[2:]


def basename(p):
    """The last part of a path."""
    return split(p)[1]


def dirname(p):
    """The folder of a path."""
    return split(p)[0]


def commonpath(paths):
    """The longest path that all paths begin with."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _check_types("commonpath", paths)
    slash = _slash(paths[0])
    dot = b"." if isinstance(paths[0], bytes) else "."
    roots = {path.startswith(slash) for path in paths}
    if len(roots) != 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    lists = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    low, high = min(lists), max(lists)
    common = low
    for i, part in enumerate(low):
        if part != high[i]:
            common = low[:i]
            break
    return (slash if roots.pop() else slash[:0]) + slash.join(common)


def ismount(path):
    """True if another file system begins there."""
    try:
        here = os.lstat(path)
        if stat.S_ISLNK(here.st_mode):
            return False
        above = os.lstat(join(path, b".." if isinstance(os.fspath(path), bytes) else ".."))
    except (OSError, ValueError):
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def expanduser(path):
    """Replace `~` at the beginning by the folder of the user."""
    path = os.fspath(path)
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path)
    if not text.startswith("~"):
        return path
    name, slash, rest = text.partition("/")
    home = os.environ.get("HOME") if name == "~" else None
    if home is None:
        return path
    result = (home.rstrip("/") + slash + rest) or "/"
    return os.fsencode(result) if is_bytes else result


def expandvars(path):
    """Replace `$name` and `${name}` by variables of the environment; unknown ones stay."""
    import re

    path = os.fspath(path)
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path)

    def value(found):
        name = found[1] if found[1] is not None else found[2]
        return os.environ.get(name, found[0])

    text = re.sub(r"\$(?:(\w+)|\{([^}]*)\})", value, text, flags=re.ASCII)
    return os.fsencode(text) if is_bytes else text


def normpath(path):
    """A path without double slashes, `.` and `..` as far as that goes."""
    path = os.fspath(path)
    slash, dot, dots = (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")
    if not path:
        return dot
    _, root, path = splitroot(path)
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or not root and not parts or parts and parts[-1] == dots:
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """The path from the root."""
    path = os.fspath(path)
    if not isabs(path):
        folder = os.getcwdb() if isinstance(path, bytes) else os.getcwd()
        path = join(folder, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root, without links."""
    filename = os.fspath(filename)
    is_bytes = isinstance(filename, bytes)
    text = os.fsdecode(filename)
    rest = [part for part in reversed(text.split("/")) if part and part != "."]
    path = "/" if text.startswith("/") else os.getcwd()
    seen = {}
    while rest:
        part = rest.pop()
        if part is None:
            # The path behind a link that was followed is known now.
            seen[rest.pop()] = path
            continue
        if part == "..":
            path = dirname(path)
            continue
        whole = join(path, part)
        try:
            mode = os.lstat(whole).st_mode
            if not stat.S_ISLNK(mode):
                path = whole
                continue
            if whole in seen:
                known = seen[whole]
                if known is not None:
                    path = known
                    continue
                if strict:
                    os.stat(whole)
                path = whole
                continue
            target = os.readlink(whole)
        except OSError:
            if strict:
                raise
            path = whole
            continue
        seen[whole] = None
        rest.append(whole)
        rest.append(None)
        if target.startswith("/"):
            path = "/"
        rest.extend(part for part in reversed(target.split("/")) if part and part != ".")
    return os.fsencode(path) if is_bytes else path


def relpath(path, start=None):
    """The way from one folder, the current one by default, to a path."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    slash, dot, dots = (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")
    start = dot if start is None else os.fspath(start)
    _check_types("relpath", (path, start))
    begin = [part for part in abspath(start).split(slash) if part]
    end = [part for part in abspath(path).split(slash) if part]
    common = 0
    for a, b in zip(begin, end):
        if a != b:
            break
        common += 1
    parts = [dots] * (len(begin) - common) + end[common:]
    return slash.join(parts) if parts else dot
