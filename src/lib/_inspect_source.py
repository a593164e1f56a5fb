"""Source texts, frames and class trees, for inspect."""

import linecache
import sys
import types
from collections import namedtuple

from inspect import (
    isclass, iscode, isframe, isfunction, ismethod, ismodule, isroutine, istraceback, unwrap,
)

__name__ = "inspect"


# --- files and modules ------------------------------------------------------


def getfile(object):
    """Return the name of the file where an object was defined."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        name = getattr(object, "__module__", None)
        module = sys.modules.get(name)
        if getattr(module, "__file__", None):
            return module.__file__
        if name == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or "
        f"code object was expected, got {type(object).__name__}"
    )


def getsourcefile(object):
    """Return the name of the file with an object's source, or None if there is none."""
    filename = getfile(object)
    if filename in linecache.cache or linecache.getlines(filename):
        return filename
    return None


def getabsfile(object, _filename=None):
    """Return the absolute path of getsourcefile()."""
    import os.path

    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """Return the module where an object was defined, or None."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        filename = _filename or getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == filename:
            return module
    return None


def getmodulename(path):
    """Return the name of the module in a file, or None if the file is no module."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


# --- source texts -----------------------------------------------------------


def findsource(object):
    """Return all lines of an object's file and the index of the line where it begins."""
    filename = getsourcefile(object)
    if filename:
        linecache.checkcache(filename)
    else:
        filename = getfile(object)
        if not (filename.startswith("<") and filename.endswith(">")):
            raise OSError("source code not available")
    module = getmodule(object, filename)
    lines = linecache.getlines(filename, module.__dict__ if module else None)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        try:
            index = vars(object)["__firstlineno__"] - 1
        except (TypeError, KeyError):
            raise OSError("source code not available")
    else:
        if ismethod(object):
            object = object.__func__
        if isfunction(object):
            object = object.__code__
        if istraceback(object):
            object = object.tb_frame
        if isframe(object):
            object = object.f_code
        if not iscode(object):
            raise OSError("could not find code object")
        index = object.co_firstlineno - 1
    if index >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, index


def getcomments(object):
    """Return the comment lines just above an object, or None."""
    try:
        lines, index = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0].startswith("#!") else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
        return "".join([line.expandtabs() for line in lines[start:end]]) or None
    indent = _indent(lines[index])
    start = index
    while start > 0:
        above = lines[start - 1]
        if not above.lstrip().startswith("#") or _indent(above) != indent:
            break
        start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:index]]
    while comments and comments[0].strip() == "#":
        del comments[0]
    while comments and comments[-1].strip() == "#":
        comments.pop()
    return "".join(comments) or None


def _indent(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


class _LineScanner:
    """Follows brackets, strings and continuations, to know where a statement ends."""

    def __init__(self):
        self.depth = 0
        # The quotes that end the string we are in, if we are in one.
        self.quote = None
        self.continued = False
        # The last character of the statement that is neither space nor comment.
        self.last = ""

    def feed(self, line):
        """Take in one line; returns True if the statement goes on behind it."""
        self.continued = False
        position = 0
        while position < len(line):
            character = line[position]
            if self.quote:
                if character == "\\":
                    position += 2
                    continue
                if line.startswith(self.quote, position):
                    position += len(self.quote)
                    self.quote = None
                    continue
                if character == "\n" and len(self.quote) == 1:
                    self.quote = None
            elif character == "#":
                break
            elif character in "\"'":
                triple = character * 3
                self.quote = triple if line.startswith(triple, position) else character
                position += len(self.quote)
                self.last = character
                continue
            elif character in "([{":
                self.depth += 1
                self.last = character
            elif character in ")]}":
                self.depth -= 1
                self.last = character
            elif character == "\\" and line[position + 1:] in ("\n", "\r\n"):
                self.continued = True
            elif not character.isspace():
                self.last = character
            position += 1
        return self.depth > 0 or self.quote is not None or self.continued


def getblock(lines):
    """Return the lines of the block that begins with the first line."""
    end = 0
    count = len(lines)
    header_indent = _indent(lines[0]) if lines else 0
    # Decorators come first, then the header itself.
    while True:
        first = lines[end].lstrip() if end < count else ""
        scanner = _LineScanner()
        while end < count:
            more = scanner.feed(lines[end])
            end += 1
            if not more:
                break
        if not first.startswith("@") or end >= count:
            break
        while end < count and not lines[end].strip():
            end += 1
    words = first.split(None, 1)
    if scanner.last != ":" or not words or words[0] not in ("def", "class", "async"):
        return lines[:end]

    body_indent = None
    position = end
    while position < count:
        line = lines[position]
        text = line.strip()
        if not text:
            position += 1
            continue
        indent = _indent(line)
        if text.startswith("#"):
            position += 1
            # A comment belongs to the block if it stands in its column.
            if body_indent is not None and indent >= body_indent:
                end = position
            continue
        if indent <= header_indent:
            break
        if body_indent is None:
            body_indent = indent
        scanner = _LineScanner()
        while position < count:
            more = scanner.feed(lines[position])
            position += 1
            if not more:
                break
        end = position
    return lines[:end]


def getsourcelines(object):
    """Return the source lines of an object and the number of the first one."""
    object = unwrap(object)
    lines, index = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[index:]), index + 1


def getsource(object):
    """Return the source text of an object."""
    lines, _ = getsourcelines(object)
    return "".join(lines)


# --- frames -----------------------------------------------------------------

Arguments = namedtuple("Arguments", "args, varargs, varkw", module="inspect")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals", module="inspect")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")
_Traceback = namedtuple(
    "_Traceback", "filename lineno function code_context index", module="inspect"
)


def _described(instance):
    fields = [f"{name}={getattr(instance, name)!r}" for name in instance._fields]
    fields.append(f"positions={instance.positions!r}")
    return f"{type(instance).__name__}({', '.join(fields)})"


class Traceback(_Traceback):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    __repr__ = _described


_FrameInfo = namedtuple("_FrameInfo", ("frame", *Traceback._fields), module="inspect")


class FrameInfo(_FrameInfo):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(
            cls, frame, filename, lineno, function, code_context, index
        )
        instance.positions = positions
        return instance

    __repr__ = _described


def getlineno(frame):
    """Return the current line of a frame."""
    return frame.f_lineno


def _positions(code, instruction):
    positions = getattr(code, "co_positions", None)
    if positions is None or instruction < 0:
        return None
    from itertools import islice

    return next(islice(positions(), instruction // 2, None), None)


def getframeinfo(frame, context=1):
    """Return file, line and function of a frame or traceback, with `context` source lines."""
    if istraceback(frame):
        lineno = frame.tb_lineno
        positions = _positions(frame.tb_frame.f_code, frame.tb_lasti)
        frame = frame.tb_frame
    elif isframe(frame):
        lineno = frame.f_lineno
        positions = _positions(frame.f_code, frame.f_lasti)
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        try:
            lines, _ = findsource(frame)
        except OSError:
            lines = None
        else:
            start = lineno - 1 - context // 2
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(
        filename, lineno, frame.f_code.co_name, lines, index, positions=positions
    )


def getouterframes(frame, context=1):
    """Describe a frame and all that called it."""
    result = []
    while frame:
        info = getframeinfo(frame, context)
        result.append(FrameInfo(frame, *info, positions=info.positions))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """Describe the frames of a traceback."""
    result = []
    while tb:
        info = getframeinfo(tb, context)
        result.append(FrameInfo(tb.tb_frame, *info, positions=info.positions))
        tb = tb.tb_next
    return result


def stack(context=1):
    """Describe the frame of the caller and all that called it."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """Describe the frames between here and where the handled exception was raised."""
    error = sys.exception()
    return getinnerframes(None if error is None else error.__traceback__, context)


def getargs(co):
    """Return the names of a code object's parameters."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    args = list(names[:count])
    varargs = varkw = None
    if co.co_flags & 4:
        varargs = names[count]
        count += 1
    if co.co_flags & 8:
        varkw = names[count]
    return Arguments(args, varargs, varkw)


def getargvalues(frame):
    """Return the parameters of a frame's function and its local variables."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatargvalues(
    args, varargs, varkw, locals, formatarg=str,
    formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
    formatvalue=lambda value: "=" + repr(value),
):
    """Format what getargvalues() returns."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"


def getclosurevars(func):
    """Return what the free names of a function refer to now."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    import builtins

    code = func.__code__
    nonlocals = {}
    if func.__closure__ is not None:
        nonlocals = {
            name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)
        }
    namespace = func.__globals__
    native = namespace.get("__builtins__", builtins.__dict__)
    if ismodule(native):
        native = native.__dict__
    found, builtin, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in namespace:
            found[name] = namespace[name]
        elif name in native:
            builtin[name] = native[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, builtin, unbound)


# --- classes ----------------------------------------------------------------

Attribute = namedtuple("Attribute", "name kind defining_class object", module="inspect")


def classify_class_attrs(cls):
    """Return name, kind, defining class and value of each attribute of a class."""
    result = []
    for name in dir(cls):
        home = None
        value = None
        for base in (*cls.__mro__, *type(cls).__mro__[:-2]):
            if name in base.__dict__:
                home = base
                value = base.__dict__[name]
                break
        if home is None:
            try:
                value = getattr(cls, name)
            except AttributeError:
                continue
            home = getattr(value, "__objclass__", None)
        if isinstance(value, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, value))
    return result


def walktree(classes, children, parent):
    """Build the nested lists of getclasstree()."""
    result = []
    for cls in sorted(classes, key=lambda each: (each.__module__, each.__name__)):
        result.append((cls, cls.__bases__))
        if cls in children:
            result.append(walktree(children[cls], children, cls))
    return result


def getclasstree(classes, unique=False):
    """Arrange classes as nested lists, each list below the base of its classes."""
    children = {}
    roots = []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)
