"""Names for the numbers that stat() gives."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFDIR = 0o040000
S_IFCHR = 0o020000
S_IFBLK = 0o060000
S_IFREG = 0o100000
S_IFIFO = 0o010000
S_IFLNK = 0o120000
S_IFSOCK = 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0

S_ISUID = 0o4000
S_ISGID = 0o2000
S_ENFMT = S_ISGID
S_ISVTX = 0o1000
S_IREAD = S_IRUSR = 0o400
S_IWRITE = S_IWUSR = 0o200
S_IEXEC = S_IXUSR = 0o100
S_IRWXU = 0o700
S_IRWXG = 0o070
S_IRGRP = 0o040
S_IWGRP = 0o020
S_IXGRP = 0o010
S_IRWXO = 0o007
S_IROTH = 0o004
S_IWOTH = 0o002
S_IXOTH = 0o001


def S_IMODE(mode):
    """The permissions of a mode."""
    return mode & 0o7777


def S_IFMT(mode):
    """The kind of a mode."""
    return mode & 0o170000


def S_ISDIR(mode):
    """True for a folder."""
    return S_IFMT(mode) == S_IFDIR


def S_ISCHR(mode):
    """True for a device of characters."""
    return S_IFMT(mode) == S_IFCHR


def S_ISBLK(mode):
    """True for a device of blocks."""
    return S_IFMT(mode) == S_IFBLK


def S_ISREG(mode):
    """True for an ordinary file."""
    return S_IFMT(mode) == S_IFREG


def S_ISFIFO(mode):
    """True for a named pipe."""
    return S_IFMT(mode) == S_IFIFO


def S_ISLNK(mode):
    """True for a symbolic link."""
    return S_IFMT(mode) == S_IFLNK


def S_ISSOCK(mode):
    """True for a socket."""
    return S_IFMT(mode) == S_IFSOCK


def S_ISDOOR(mode):
    return False


def S_ISPORT(mode):
    return False


def S_ISWHT(mode):
    return False


_KINDS = {
    S_IFDIR: "d", S_IFCHR: "c", S_IFBLK: "b", S_IFREG: "-", S_IFIFO: "p", S_IFLNK: "l",
    S_IFSOCK: "s",
}


def filemode(mode):
    """The mode as `ls -l` shows it."""
    letters = [_KINDS.get(S_IFMT(mode), "?")]
    for shift, special, letter in ((6, S_ISUID, "s"), (3, S_ISGID, "s"), (0, S_ISVTX, "t")):
        bits = mode >> shift & 7
        letters.append("r" if bits & 4 else "-")
        letters.append("w" if bits & 2 else "-")
        if mode & special:
            letters.append(letter if bits & 1 else letter.upper())
        else:
            letters.append("x" if bits & 1 else "-")
    return "".join(letters)
