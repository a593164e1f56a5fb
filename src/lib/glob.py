"""Names of files that match patterns."""

import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob", "translate"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return a list of the paths that match; `**` stands for folders at any depth."""
    return list(
        iglob(
            pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
            include_hidden=include_hidden,
        )
    )


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return an iterator over the paths that match."""
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    is_bytes = isinstance(pathname, bytes)
    if is_bytes:
        pathname, root = os.fsdecode(pathname), os.fsdecode(root)
    for path in _matches(root, pathname, recursive, False, include_hidden):
        if path:
            yield os.fsencode(path) if is_bytes else path


_magic = re.compile("[*?[]")


def has_magic(s):
    """True if a path is a pattern."""
    if isinstance(s, bytes):
        s = os.fsdecode(s)
    return _magic.search(s) is not None


def _matches(root, pathname, recursive, only_folders, hidden):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        if name:
            if os.path.lexists(os.path.join(root, pathname)):
                yield pathname
        elif os.path.isdir(os.path.join(root, folder)):
            yield pathname
        return
    if not folder:
        yield from _names(root, name, recursive, only_folders, hidden)
        return
    if folder != pathname and has_magic(folder):
        folders = _matches(root, folder, recursive, True, hidden)
    else:
        folders = [folder]
    for found in folders:
        if has_magic(name):
            inside = _names(os.path.join(root, found), name, recursive, only_folders, hidden)
        elif not name:
            inside = [name] if os.path.isdir(os.path.join(root, found)) else []
        else:
            inside = [name] if os.path.lexists(os.path.join(root, found, name)) else []
        for one in inside:
            yield os.path.join(found, one)


def _names(folder, pattern, recursive, only_folders, hidden):
    """The names in a folder that match one part of a pattern."""
    if recursive and pattern == "**":
        if not folder or os.path.isdir(folder):
            yield ""
        yield from _below(folder, only_folders, hidden)
        return
    names = _list(folder, only_folders)
    if not hidden and not pattern.startswith("."):
        names = [name for name in names if not name.startswith(".")]
    yield from fnmatch.filter(names, pattern)


def _list(folder, only_folders):
    try:
        with os.scandir(folder or ".") as entries:
            return [entry.name for entry in entries if not only_folders or entry.is_dir()]
    except OSError:
        return []


def _below(folder, only_folders, hidden):
    for name in _list(folder, only_folders):
        if hidden or not name.startswith("."):
            yield name
            path = os.path.join(folder, name) if folder else name
            for inside in _below(path, only_folders, hidden):
                yield os.path.join(name, inside)


def escape(pathname):
    """Return the pattern that matches just this path."""
    if isinstance(pathname, bytes):
        return re.sub(b"([*?[])", rb"[\1]", pathname)
    return re.sub("([*?[])", r"[\1]", pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """Return a regular expression for a pattern."""
    separators = seps or os.sep
    anything = f"[^{re.escape(separators)}]"
    parts = re.split(f"[{re.escape(separators)}]", pat)
    separator = re.escape(separators[0]) if len(separators) == 1 else f"[{re.escape(separators)}]"
    result = []
    last = len(parts) - 1
    for place, part in enumerate(parts):
        if part == "*":
            result.append(f"{anything}+" if include_hidden else f"(?!\\.){anything}+")
            if place < last:
                result.append(separator)
            continue
        if recursive and part == "**":
            if place < last:
                if parts[place + 1] != "**":
                    one = f"{anything}+" if include_hidden else f"(?!\\.){anything}+"
                    result.append(f"(?:{one}{separator})*")
            else:
                one = ".*" if include_hidden else f"(?:(?!\\.){anything}+{separator})*(?:(?!\\.){anything}+)?"
                result.append(one)
            continue
        if part:
            if not include_hidden and part[0] in "*?":
                result.append(r"(?!\.)")
            body = fnmatch.translate(part)
            result.append(body[4:-3].replace(".*", f"{anything}*"))
        if place < last:
            result.append(separator)
    return f"(?s:{''.join(result)})\\Z"
