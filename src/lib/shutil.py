"""Copying, moving and removing files and folders."""

import os
import stat

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move",
           "rmtree", "Error", "SpecialFileError", "which", "get_terminal_size", "SameFileError",
           "ignore_patterns", "disk_usage"]


class Error(OSError):
    """What went wrong in several places."""


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """A file that cannot be copied."""


COPY_BUFSIZE = 64 * 1024


def copyfileobj(fsrc, fdst, length=0):
    """Copy what a stream still holds to another."""
    length = length or COPY_BUFSIZE
    while data := fsrc.read(length):
        fdst.write(data)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy the content of a file."""
    if _same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as failure:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from failure
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy the permissions."""
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copy permissions and times."""
    status = os.stat(src)
    os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(status.st_mode))


def _target(src, dst):
    if os.path.isdir(dst):
        return os.path.join(dst, os.path.basename(src))
    return dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy content and permissions; the destination may be a folder."""
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copy content, permissions and times; the destination may be a folder."""
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    """For copytree(): leave out the names that match."""
    import fnmatch

    def ignored(path, names):
        found = set()
        for pattern in patterns:
            found.update(fnmatch.filter(names, pattern))
        return found

    return ignored


def copytree(
    src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
    dirs_exist_ok=False,
):
    """Copy a folder with all in it."""
    entries = list(os.scandir(src))
    left_out = set(ignore(os.fspath(src), [entry.name for entry in entries])) if ignore else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in left_out:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(source), target)
            elif entry.is_symlink() and not os.path.exists(source) and ignore_dangling_symlinks:
                continue
            elif entry.is_dir():
                copytree(
                    source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks,
                    dirs_exist_ok,
                )
            else:
                copy_function(source, target)
        except Error as failure:
            errors.extend(failure.args[0])
        except OSError as failure:
            errors.append((source, target, str(failure)))
    try:
        copystat(src, dst)
    except OSError as failure:
        errors.append((src, dst, str(failure)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a folder with all in it."""
    if ignore_errors:
        def failed(function, path, failure):
            pass
    elif onexc is not None:
        failed = onexc
    elif onerror is not None:
        def failed(function, path, failure):
            onerror(function, path, (type(failure), failure, failure.__traceback__))
    else:
        def failed(function, path, failure):
            raise failure

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError as failure:
        failed(os.path.islink, path, failure)
        return
    _remove_tree(path, failed)


rmtree.avoids_symlink_attacks = False


def _remove_tree(path, failed):
    try:
        entries = list(os.scandir(path))
    except FileNotFoundError as failure:
        failed(os.lstat if not os.path.lexists(path) else os.scandir, path, failure)
        return
    except OSError as failure:
        failed(os.scandir, path, failure)
        entries = []
    for entry in entries:
        whole = entry.path
        if entry.is_dir(follow_symlinks=False):
            _remove_tree(whole, failed)
            continue
        try:
            os.unlink(whole)
        except FileNotFoundError:
            continue
        except OSError as failure:
            failed(os.unlink, whole, failure)
    try:
        os.rmdir(path)
    except FileNotFoundError:
        pass
    except OSError as failure:
        failed(os.rmdir, path, failure)


def move(src, dst, copy_function=copy2):
    """Move a file or folder."""
    real = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return dst
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip(os.sep)))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            inside = os.path.abspath(dst) + os.sep
            if inside.startswith(os.path.abspath(src) + os.sep):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a program."""
    def fits(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)

    if os.path.dirname(cmd):
        return cmd if fits(cmd) else None
    if path is None:
        path = os.environ.get("PATH") or os.defpath
    for folder in path.split(os.pathsep):
        name = os.path.join(folder, cmd)
        if fits(name):
            return name
    return None


def get_terminal_size(fallback=(80, 24)):
    """How many columns and lines the terminal has."""
    sizes = []
    for name, default in zip(("COLUMNS", "LINES"), fallback):
        try:
            size = int(os.environ[name])
        except (KeyError, ValueError):
            size = 0
        sizes.append(size if size > 0 else default)
    return os.terminal_size(sizes)


def disk_usage(path):
    """How full a disk is cannot be asked."""
    raise NotImplementedError("shutil.disk_usage() is not supported by Ouro")
