"""What `os.path` has on every system."""

__all__ = [
    "commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdevdrive", "isdir",
    "isfile", "isjunction", "islink", "lexists", "samefile", "sameopenfile", "samestat",
]


def commonprefix(m):
    """The longest text that all paths begin with."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def exists(path):
    """True if there is something at a path."""
    try:
        os.stat(path)
    except (OSError, ValueError):
        return False
    return True


def lexists(path):
    """True if there is something at a path, be it a broken link."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _has_kind(path, test, status=None):
    try:
        return test((status or os.stat)(path).st_mode)
    except (OSError, ValueError):
        return False


def isfile(path):
    """True if there is an ordinary file."""
    return _has_kind(path, stat.S_ISREG)


def isdir(s):
    """True if there is a folder."""
    return _has_kind(s, stat.S_ISDIR)


def islink(path):
    """True if there is a symbolic link."""
    return _has_kind(path, stat.S_ISLNK, os.lstat)


def isjunction(path):
    """There are no junctions here."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """There are no such drives here."""
    os.fspath(path)
    return False


def getsize(filename):
    """The size of a file."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When a file was changed."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When a file was read."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When what is known about a file was changed."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """True if two results of stat() are of one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """True if two paths lead to one file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """True if two numbers are of one open file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


# At the end: `os` imports `os.path`, which takes these functions from here.
import os
import stat
