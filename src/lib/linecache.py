"""The lines of source files, read once and kept."""

import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# Maps file names to (size, time of change, lines, full name); a size or time
# of None means that there is no file to compare with. An entry with a single
# item is a function that will provide the source.
cache = {}


def clearcache():
    """Forget all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Return one line of a file with its newline; "" if there is no such line."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """Return all lines of a file; [] if it can't be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def _changed(entry, stat):
    return entry[0] != stat.st_size or entry[1] != stat.st_mtime


def checkcache(filename=None):
    """Forget the lines of files that have changed since."""
    if filename is None:
        names = list(cache)
    elif filename in cache:
        names = [filename]
    else:
        return
    try:
        import os
    except ImportError:
        return

    for name in names:
        entry = cache[name]
        if len(entry) == 1 or entry[1] is None:
            continue
        try:
            stat = os.stat(entry[3])
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if _changed(entry, stat):
            cache.pop(name, None)


def _is_placeholder(filename):
    return not filename or filename.startswith("<") and filename.endswith(">")


def updatecache(filename, module_globals=None):
    """Read a file anew and return its lines."""
    if filename in cache and len(cache[filename]) != 1:
        cache.pop(filename)
    text = _known_source(filename)
    if text is None:
        if _is_placeholder(filename):
            return []
        found = _read(filename)
        if found is None:
            if lazycache(filename, module_globals):
                try:
                    text = cache[filename][0]()
                except (ImportError, OSError):
                    text = None
                cache.pop(filename, None)
            if text is None:
                return []
        else:
            text, size, changed, fullname = found
            lines = _split(text)
            cache[filename] = size, changed, lines, fullname
            return lines
    lines = _split(text)
    cache[filename] = len(text), None, lines, filename
    return lines


def _split(text):
    # Only line ends count here, not every character that str.splitlines() knows.
    lines = [line + "\n" for line in text.split("\n")]
    if len(lines) > 1 and lines[-1] == "\n":
        lines.pop()
    return lines


def _known_source(filename):
    """The source of a module of the library or of the running program, if it is one."""
    try:
        from _traceback import source_text
    except ImportError:
        return None
    if filename.startswith("<"):
        return source_text(filename)
    return None


def _read(filename):
    """Return (text, size, time of change, full name) of a file, or None."""
    try:
        import os
    except ImportError:
        # Without files of the system, the interpreter is asked.
        from _traceback import source_text

        text = source_text(filename)
        return None if text is None else (text, len(text), None, filename)
    fullname = filename
    try:
        stat = os.stat(fullname)
    except (OSError, ValueError):
        if os.path.isabs(filename):
            return None
        # A relative name may be below any of the module search paths.
        for directory in sys.path:
            try:
                fullname = os.path.join(directory, os.path.basename(filename))
                stat = os.stat(fullname)
                break
            except (TypeError, AttributeError, OSError, ValueError):
                pass
        else:
            return None
    try:
        with open(fullname, encoding=_encoding_of(fullname)) as file:
            return file.read(), stat.st_size, stat.st_mtime, fullname
    except (OSError, UnicodeDecodeError, SyntaxError, LookupError):
        return None


def _encoding_of(path):
    """The encoding that the first two lines of a file declare."""
    with open(path, "rb") as file:
        head = file.read(512)
    for line in head.split(b"\n")[:2]:
        if not line.lstrip().startswith(b"#"):
            if line.strip():
                break
            continue
        before, found, after = line.partition(b"coding")
        if found and after[:1] in (b":", b"="):
            name = after[1:].strip().split()
            if name:
                return name[0].decode("ascii", "replace").strip("-*#")
    return "utf-8-sig" if head.startswith(b"\xef\xbb\xbf") else "utf-8"


def lazycache(filename, module_globals):
    """Note that a module's loader can provide the source; True if it may be able to."""
    if filename in cache:
        return len(cache[filename]) == 1
    if _is_placeholder(filename):
        return False
    if module_globals and "__name__" in module_globals:
        spec = module_globals.get("__spec__")
        name = getattr(spec, "name", None) or module_globals["__name__"]
        loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
        get_source = getattr(loader, "get_source", None)
        if name and get_source:
            cache[filename] = (lambda: get_source(name),)
            return True
    return False
