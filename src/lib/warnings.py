"""Warnings: messages that a program shows once, ignores or turns into errors."""

import sys
from _operator import index as _index

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
    "simplefilter", "resetwarnings", "catch_warnings", "deprecated",
]

_ACTIONS = ("default", "always", "ignore", "module", "once", "error")

# Each filter is (action, message pattern, category, module pattern, line);
# None and 0 match everything. The first one that matches decides.
filters = []
defaultaction = _defaultaction = "default"
onceregistry = _onceregistry = {}

# Grows with every change of the filters, so that registries of past warnings
# know when they are out of date.
_filters_version = 1


def _filters_mutated():
    global _filters_version
    _filters_version += 1


# --- showing ----------------------------------------------------------------


class WarningMessage(object):
    """All that is known about one warning."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(
        self, message, category, filename, lineno, file=None, line=None, source=None
    ):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, "
            f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}"
        )


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, which is sys.stderr by default."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """Return the text of a warning."""
    return _formatwarnmsg_impl(
        WarningMessage(message, category, filename, lineno, None, line)
    )


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _showwarnmsg_impl(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    try:
        file.write(_formatwarnmsg(msg))
    except OSError:
        pass


def _formatwarnmsg_impl(msg):
    text = f"{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n"
    line = msg.line
    if line is None:
        try:
            import linecache

            line = linecache.getline(msg.filename, msg.lineno)
        except Exception:
            # At the end of the program imports may fail.
            line = None
    if line:
        text += f"  {line.strip()}\n"
    if msg.source is not None:
        text += (
            f"{msg.category.__name__}: Enable tracemalloc to get the "
            "object allocation traceback\n"
        )
    return text


def _showwarnmsg(msg):
    # Programs may replace showwarning() and formatwarning().
    if showwarning is _showwarning_orig:
        _showwarnmsg_impl(msg)
        return
    if not callable(showwarning):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


def _formatwarnmsg(msg):
    if formatwarning is _formatwarning_orig:
        return _formatwarnmsg_impl(msg)
    return formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)


# --- filters ----------------------------------------------------------------


class _PlainPattern:
    """A pattern without special characters: matches what begins with its text."""

    def __init__(self, text, ignore_case, to_end=False):
        self.pattern = text
        self._text = text.casefold() if ignore_case else text
        self._ignore_case = ignore_case
        self._to_end = to_end

    def match(self, text):
        if self._ignore_case:
            text = text.casefold()
        if self._to_end:
            return text == self._text
        return text.startswith(self._text)

    def _identity(self):
        return self.pattern, self._ignore_case, self._to_end

    def __eq__(self, other):
        if not isinstance(other, _PlainPattern):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self):
        return hash(self._identity())


def _compiled(pattern, ignore_case=False):
    """Make a pattern, by regular expressions only where they are needed."""
    if not pattern:
        return None
    if not any(character in pattern for character in "\\.^$*+?{}[]|()"):
        return _PlainPattern(pattern, ignore_case)
    import re

    return re.compile(pattern, re.I) if ignore_case else re.compile(pattern)


def _check_action_and_line(action, lineno):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def filterwarnings(
    action, message="", category=Warning, module="", lineno=0, append=False
):
    """Add a filter; message and module are regular expressions for the beginning."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    _check_action_and_line(action, lineno)
    _add_filter(
        action, _compiled(message, True), category, _compiled(module), lineno, append=append
    )


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter that matches every message and module."""
    _check_action_and_line(action, lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if not append:
        # To the front, from wherever it was.
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    elif item not in filters:
        filters.append(item)
    _filters_mutated()


def resetwarnings():
    """Remove all filters."""
    filters[:] = []
    _filters_mutated()


class catch_warnings(object):
    """Context manager after which the filters are what they were before.

    With record=True, warnings go to the list that `as` receives.
    """

    def __init__(
        self, *, record=False, module=None, action=None, category=Warning,
        lineno=0, append=False,
    ):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._showwarnmsg_impl
        module.filters = module.filters[:]
        module._filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        module._showwarnmsg_impl = log.append
        # So that _showwarnmsg() doesn't call a replaced showwarning().
        module.showwarning = module._showwarning_orig
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters, module.showwarning, module._showwarnmsg_impl = self._saved
        module._filters_mutated()


# --- warning ----------------------------------------------------------------


def _is_internal_filename(filename):
    return "importlib" in filename and "_bootstrap" in filename


def _next_external_frame(frame, skip_file_prefixes):
    frame = frame.f_back
    while frame is not None:
        filename = frame.f_code.co_filename
        if not (
            _is_internal_filename(filename)
            or any(filename.startswith(prefix) for prefix in skip_file_prefixes)
        ):
            break
        frame = frame.f_back
    return frame


def _frame_to_blame(stacklevel, skip_file_prefixes):
    """Return the frame that a warning is about, or None if the stack ends before."""
    try:
        caller = sys._getframe(2)
        if stacklevel <= 1 or _is_internal_filename(caller.f_code.co_filename):
            return sys._getframe(stacklevel + 1)
    except ValueError:
        return None
    frame = caller
    for _ in range(stacklevel - 1):
        frame = _next_external_frame(frame, skip_file_prefixes)
        if frame is None:
            return None
    return frame


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning about the caller, or about who called that with stacklevel=2."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(
            f"category must be a Warning subclass, not '{type(category).__name__}'"
        )
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("skip_file_prefixes must be a tuple of strs.")
    stacklevel = _index(stacklevel)
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    frame = _frame_to_blame(stacklevel, skip_file_prefixes)
    if frame is None:
        namespace, filename, lineno = sys.__dict__, "<sys>", 0
    else:
        namespace = frame.f_globals
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
    module = namespace.get("__name__", "<string>")
    registry = namespace.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry, namespace, source)


def warn_explicit(
    message, category, filename, lineno, module=None, registry=None,
    module_globals=None, source=None,
):
    """Issue a warning about a given place."""
    lineno = _index(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _filters_version:
        registry.clear()
        registry["version"] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return

    action, item = _decide(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action in ("default", "once", "module"):
        registry[key] = True
    if action == "once":
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action not in ("default", "always"):
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item}")
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _decide(text, category, module, lineno):
    for item in filters:
        action, message_pattern, wanted, module_pattern, line = item
        if (
            (message_pattern is None or message_pattern.match(text))
            and issubclass(category, wanted)
            and (module_pattern is None or module_pattern.match(module))
            and line in (0, lineno)
        ):
            return action, item
    return defaultaction, None


_DEPRECATED_MSG = "{name!r} is deprecated and slated for removal in Python {remove}"


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    """Warn that something of the standard library will go away with version `remove`."""
    version = f"{remove[0]}.{remove[1]}"
    if _version[:2] > remove or (_version[:2] == remove and _version[3] != "alpha"):
        raise RuntimeError(f"{name!r} was slated for removal after Python {version} alpha")
    warn(message.format(name=name, remove=version), DeprecationWarning, stacklevel=3)


class deprecated:
    """Decorator that warns when a class or function is used."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(
                "Expected an object of type str for 'message', "
                f"not {type(message).__name__!r}"
            )
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message = self.message
        if self.category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            self._decorate_class(arg)
            return arg
        if callable(arg):
            return self._decorate_function(arg)
        raise TypeError(
            "@deprecated decorator with non-None category must be applied to "
            f"a class or callable, not {arg!r}"
        )

    def _decorate_class(self, cls):
        import functools
        from types import MethodType

        message, category = self.message, self.category
        stacklevel = self.stacklevel + 1
        original_new = cls.__new__

        @functools.wraps(original_new)
        def __new__(klass, /, *args, **kwargs):
            if klass is cls:
                warn(message, category=category, stacklevel=stacklevel)
            if original_new is not object.__new__:
                return original_new(klass, *args, **kwargs)
            if klass.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f"{klass.__name__}() takes no arguments")
            return original_new(klass)

        cls.__new__ = staticmethod(__new__)
        original_init = cls.__init_subclass__
        bound = isinstance(original_init, MethodType)
        if bound:
            original_init = original_init.__func__

        @functools.wraps(original_init)
        def __init_subclass__(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel)
            return original_init(*args, **kwargs)

        cls.__init_subclass__ = (
            classmethod(__init_subclass__) if bound else __init_subclass__
        )
        cls.__deprecated__ = __new__.__deprecated__ = message
        __init_subclass__.__deprecated__ = message

    def _decorate_function(self, function):
        import functools
        import inspect

        message, category = self.message, self.category
        stacklevel = self.stacklevel + 1

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel)
            return function(*args, **kwargs)

        if inspect.iscoroutinefunction(function):
            wrapper = inspect.markcoroutinefunction(wrapper)
        function.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper


def _warn_unawaited_coroutine(coro):
    """Warn that a coroutine ends without having been awaited, and where it was created."""
    lines = [f"coroutine '{coro.__qualname__}' was never awaited\n"]
    if coro.cr_origin is not None:
        import linecache

        lines.append("Coroutine created at (most recent call last)\n")
        for filename, lineno, function in reversed(coro.cr_origin):
            lines.append(f'  File "{filename}", line {lineno}, in {function}\n')
            line = linecache.getline(filename, lineno)
            if line:
                lines.append(f"    {line.strip()}\n")
    text = "".join(lines).rstrip("\n")
    warn(text, category=RuntimeWarning, stacklevel=2, source=coro)


# --- the option -W ----------------------------------------------------------


class _OptionError(Exception):
    """An option that can't be understood."""


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


def _setoption(arg):
    """Add the filter that `action:message:category:module:line` describes."""
    parts = arg.split(":")
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {arg!r}")
    parts += [""] * (5 - len(parts))
    action, message, category, module, line = [part.strip() for part in parts]
    action = _getaction(action)
    category = _getcategory(category)
    lineno = 0
    if line:
        try:
            lineno = int(line)
            if lineno < 0:
                raise ValueError
        except (ValueError, OverflowError):
            raise _OptionError(f"invalid lineno {line!r}") from None
    # Here the texts are plain, and the module's has to match as a whole.
    _add_filter(
        action,
        _PlainPattern(message, True) if message else None,
        category,
        _PlainPattern(module, False, to_end=True) if module else None,
        lineno,
        append=False,
    )


def _getaction(action):
    if not action:
        return "default"
    if action == "all":
        return "always"
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(category):
    if not category:
        return Warning
    if "." in category:
        module, _, name = category.rpartition(".")
        try:
            source = __import__(module, None, None, [name])
        except ImportError:
            raise _OptionError(f"invalid module name: {module!r}") from None
    else:
        import builtins as source

        name = category
    try:
        result = getattr(source, name)
    except AttributeError:
        raise _OptionError(f"unknown warning category: {category!r}") from None
    if not issubclass(result, Warning):
        raise _OptionError(f"invalid warning category: {category!r}")
    return result


def _set_default_filters():
    filters[:] = [
        ("default", None, DeprecationWarning, _PlainPattern("__main__", False, True), 0),
        ("ignore", None, DeprecationWarning, None, 0),
        ("ignore", None, PendingDeprecationWarning, None, 0),
        ("ignore", None, ImportWarning, None, 0),
        ("ignore", None, ResourceWarning, None, 0),
    ]
    _processoptions(sys.warnoptions)


_set_default_filters()
