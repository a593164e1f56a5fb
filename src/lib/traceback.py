"""Tracebacks as text and as data.

How a frame and an exception look is decided by the interpreter, which prints
uncaught exceptions itself; this module asks it for the pieces.
"""

import linecache
from linecache import getlines as _getlines
import sys
from itertools import islice

from _traceback import format_exception as _format_natively

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only",
    "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
    "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
    "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
]

_HEADER = "Traceback (most recent call last):\n"
_GROUP_HEADER = "Exception Group Traceback (most recent call last):\n"

_cause_message = (
    "\nThe above exception was the direct cause of the following exception:\n\n"
)
_context_message = (
    "\nDuring handling of the above exception, another exception occurred:\n\n"
)

# How many times the same frame is shown before the rest is only counted.
_RECURSIVE_CUTOFF = 3


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except BaseException:
        return f"<{what} {func.__name__}() failed>"


# --- frames -----------------------------------------------------------------


def walk_stack(f):
    """Iterate over a frame and its callers as (frame, line number)."""
    if f is None:
        # Called from StackSummary.extract() by way of two generators.
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Iterate over a traceback as (frame, line number)."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _entry_text(tb):
    """The text of the first entry of a traceback, with its markers."""
    probe = Exception()
    probe.__traceback__ = tb
    lines = _format_natively(probe, 1, False)
    return "".join(lines[1:-1])


class FrameSummary:
    """One entry of a traceback: file, line, function and source line."""

    __slots__ = (
        "filename", "lineno", "end_lineno", "colno", "end_colno", "name",
        "_lines", "locals", "_text",
    )

    def __init__(
        self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
        end_lineno=None, colno=None, end_colno=None,
    ):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        # The entry as the interpreter shows it, if it comes from a real traceback.
        self._text = None
        if lookup_line:
            self.line
        self.locals = None
        if locals:
            self.locals = {
                name: _safe_string(value, "local", func=repr) for name, value in locals.items()
            }

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (
                self.filename == other.filename
                and self.lineno == other.lineno
                and self.name == other.name
                and self.locals == other.locals
            )
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    @property
    def _original_lines(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            numbers = range(self.lineno, self.end_lineno + 1)
            lines = [linecache.getline(self.filename, number).rstrip() for number in numbers]
            self._lines = "\n".join(lines) + "\n"
        return self._lines

    @property
    def line(self):
        """The first source line, without its indentation."""
        lines = self._original_lines
        if lines is None:
            return None
        return lines.partition("\n")[0].strip()


def _positions(tb):
    """The place of a traceback entry: (line, end line, column, end column)."""
    positions = getattr(tb.tb_frame.f_code, "co_positions", None)
    if positions is not None and tb.tb_lasti >= 0:
        found = next(islice(positions(), tb.tb_lasti // 2, None), None)
        if found is not None and found[0] is not None:
            return found
    return tb.tb_lineno, None, None, None


def _limited(entries, limit):
    """The first entries, or the last ones if the limit is negative."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    if limit >= 0:
        return islice(entries, limit)
    return list(entries)[limit:]


class StackSummary(list):
    """A list of FrameSummary objects, the oldest call first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Make a summary of (frame, line number) pairs."""
        entries = ((frame, (lineno, None, None, None), None) for frame, lineno in frame_gen)
        return klass._collect(entries, limit, lookup_lines, capture_locals)

    @classmethod
    def _from_traceback(klass, tb, limit, lookup_lines=True, capture_locals=False):
        def entries():
            entry = tb
            while entry is not None:
                yield entry.tb_frame, _positions(entry), entry
                entry = entry.tb_next

        return klass._collect(entries(), limit, lookup_lines, capture_locals)

    @classmethod
    def _collect(klass, entries, limit, lookup_lines, capture_locals):
        result = klass()
        filenames = set()
        for frame, (lineno, end_lineno, colno, end_colno), tb in _limited(entries, limit):
            code = frame.f_code
            filenames.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            summary = FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno,
            )
            # Whoever has put something in the place of linecache's function knows the lines better.
            if tb is not None and linecache.getlines is _getlines:
                summary._text = _entry_text(tb)
            result.append(summary)
        for filename in filenames:
            linecache.checkcache(filename)
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Make a summary of FrameSummary objects or (file, line, name, text) tuples."""
        result = StackSummary()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            result.append(entry)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """Return the text of one entry."""
        text = frame_summary._text
        if text is None:
            text = (
                f'  File "{frame_summary.filename}", line {frame_summary.lineno}, '
                f"in {frame_summary.name}\n"
            )
            line = frame_summary.line
            if line:
                text += f"    {line}\n"
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self, **kwargs):
        """Return the texts of all entries; repeated ones are counted."""
        result = []
        last = None
        count = 0
        for entry in self:
            text = self.format_frame_summary(entry)
            if text is None:
                continue
            place = entry.filename, entry.lineno, entry.name
            if place != last or None in place:
                result.extend(_repetitions(count))
                last = place
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        result.extend(_repetitions(count))
        return result


def _repetitions(count):
    more = count - _RECURSIVE_CUTOFF
    if more <= 0:
        return []
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"]


def extract_tb(tb, limit=None):
    """Return a StackSummary of a traceback."""
    return StackSummary._from_traceback(tb, limit)


def extract_stack(f=None, limit=None):
    """Return a StackSummary of a frame and its callers."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    """Return the texts of entries from extract_tb() or extract_stack()."""
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    """Return the texts of the entries of a traceback."""
    return extract_tb(tb, limit=limit).format()


def format_stack(f=None, limit=None):
    """Return the texts of a frame and its callers."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def print_list(extracted_list, file=None):
    """Print entries from extract_tb() or extract_stack()."""
    _print_lines(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    """Print the entries of a traceback."""
    print_list(extract_tb(tb, limit=limit), file=file)


def print_stack(f=None, limit=None, file=None):
    """Print a frame and its callers."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def _print_lines(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end="")


def clear_frames(tb):
    """Clear the local variables of all frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # The frame is still running.
            pass
        tb = tb.tb_next


# --- exceptions -------------------------------------------------------------


def _parse_value_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """Return the text of an exception with its traceback and what it is chained to."""
    value, tb = _parse_value_tb(exc, value, tb)
    if value is not None and tb is value.__traceback__:
        return _format_natively(value, limit, chain)
    summary = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(summary.format(chain=chain))


def print_exception(
    exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs
):
    """Print what format_exception() returns."""
    _print_lines(format_exception(exc, value, tb, limit, chain), file)


def _print_exception_bltin(exc, /):
    """Print an uncaught exception, as sys.excepthook() does."""
    print_exception(exc, file=sys.stderr if sys.stderr is not None else sys.__stderr__)


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """Return the text of an exception without its traceback."""
    if value is _sentinel:
        value = exc
    summary = TracebackException(type(value), value, None, compact=True)
    return list(summary.format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """Return the text of the exception that is being handled."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the last exception that nobody caught."""
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    elif hasattr(sys, "last_type"):
        print_exception(
            sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain
        )
    else:
        raise ValueError("no last exception")


def _final_lines(exc_type, exc):
    """The lines that describe an exception itself, notes included."""
    if isinstance(exc, BaseException) and not isinstance(exc, BaseExceptionGroup):
        lines = _format_natively(exc, 0, False)
        return lines[1:] if lines and lines[0] == _HEADER else list(lines)
    name = "NoneType"
    if exc_type is not None:
        name = exc_type.__qualname__
        if exc_type.__module__ not in ("__main__", "builtins"):
            name = f"{exc_type.__module__}.{name}"
    text = _safe_string(exc, "exception")
    return [f"{name}: {text}\n" if text else f"{name}\n", *_note_lines(exc)]


def _note_lines(exc):
    try:
        notes = getattr(exc, "__notes__", None)
    except Exception as error:
        notes = [f"Ignored error getting __notes__: {_safe_string(error, '__notes__', repr)}"]
    if notes is None:
        return
    import _collections_abc

    if isinstance(notes, _collections_abc.Sequence) and not isinstance(notes, (str, bytes)):
        for note in notes:
            for line in _safe_string(note, "note").split("\n"):
                yield line + "\n"
    else:
        yield f"{_safe_string(notes, '__notes__', func=repr)}\n"


class _Writer:
    """Indents what belongs to the members of exception groups."""

    def __init__(self):
        self.depth = 0
        # One line closes all groups that end at the same place.
        self.needs_close = False

    def indent(self):
        return " " * (2 * self.depth)

    def emit(self, texts, margin=None):
        if isinstance(texts, str):
            texts = [texts]
        if not self.depth:
            yield from texts
            return
        prefix = f"{self.indent()}{margin or '|'} "
        for text in texts:
            yield "".join([prefix + line for line in text.splitlines(True)])


class TracebackException:
    """What is needed to show an exception later, without keeping it alive."""

    def __init__(
        self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
        capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
        save_exc_type=True, _seen=None,
    ):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._from_traceback(
            exc_traceback, limit, lookup_lines, capture_locals
        )
        self._exc_type = exc_type if save_exc_type else None
        self._has_type = exc_type is not None
        self._has_traceback = exc_traceback is not None
        self._str = _safe_string(exc_value, "exception")
        self._final = _final_lines(exc_type, exc_value)
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            described = _safe_string(error, "__notes__", repr)
            self.__notes__ = [f"Ignored error getting __notes__: {described}"]
        self._is_syntax_error = exc_type is not None and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            for name in ("filename", "text", "msg"):
                setattr(self, name, getattr(exc_value, name))
            for name in ("lineno", "end_lineno"):
                number = getattr(exc_value, name)
                setattr(self, name, None if number is None else str(number))
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
        self.exc_type_qualname = self.exc_type_module = None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
        self.__suppress_context__ = (
            exc_value.__suppress_context__ if exc_value is not None else False
        )

        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is None:
            self._describe_related(
                exc_value, seen, compact,
                {
                    "limit": limit, "lookup_lines": lookup_lines, "compact": compact,
                    "capture_locals": capture_locals, "max_group_width": max_group_width,
                    "max_group_depth": max_group_depth, "_seen": seen,
                },
            )

    def _describe_related(self, error, seen, compact, options):
        """Describe the causes, contexts and members, and theirs in turn.

        Each exception appears once; who comes first decides where. The order is that of CPython:
        the last one found goes first. A loop, because chains may be very long.
        """

        def describe(related):
            return TracebackException(type(related), related, related.__traceback__, **options)

        def describe_new(related):
            return None if related is None or id(related) in seen else describe(related)

        todo = [(self, error)]
        while todo:
            shown, error = todo.pop()
            if error is None:
                continue
            shown.__cause__ = describe_new(error.__cause__)
            # The compact form leaves out what wouldn't be shown.
            hidden = compact and (shown.__cause__ is not None or error.__suppress_context__)
            if not hidden:
                shown.__context__ = describe_new(error.__context__)
            if shown.__cause__ is not None:
                todo.append((shown.__cause__, error.__cause__))
            if shown.__context__ is not None:
                todo.append((shown.__context__, error.__context__))
            if isinstance(error, BaseExceptionGroup):
                shown.exceptions = [describe(member) for member in error.exceptions]
                todo.extend(zip(shown.exceptions, error.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Make one of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The class of the exception (deprecated)."""
        import warnings

        warnings.warn(
            "Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2
        )
        return self._exc_type

    @property
    def exc_type_str(self):
        """The name of the class, with its module."""
        if not self._has_type:
            return None
        if self.exc_type_module in ("__main__", "builtins"):
            return self.exc_type_qualname
        return f"{self.exc_type_module}.{self.exc_type_qualname}"

    def _load_lines(self):
        for entry in self.stack:
            entry.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yield the lines that describe the exception itself."""
        indent = 3 * _depth * " "
        for text in self._final:
            if indent:
                for line in text.splitlines(True):
                    yield indent + line
            else:
                yield text
        if self.exceptions and show_group:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=True, _depth=_depth + 1)

    def format(self, *, chain=True, _writer=None, **kwargs):
        """Yield the lines of the exception with its traceback and what it is chained to."""
        writer = _Writer() if _writer is None else _writer
        chained = []
        current = self
        while current is not None:
            message = following = None
            if chain:
                if current.__cause__ is not None:
                    message, following = _cause_message, current.__cause__
                elif current.__context__ is not None and not current.__suppress_context__:
                    message, following = _context_message, current.__context__
            chained.append((message, current))
            current = following
        for message, each in reversed(chained):
            if message is not None:
                yield from writer.emit(message)
            if each.exceptions is None:
                if each._has_traceback:
                    yield from writer.emit(_HEADER)
                    yield from writer.emit(each.stack.format())
                yield from writer.emit(each.format_exception_only())
            elif writer.depth > self.max_group_depth:
                yield from writer.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from each._format_group(writer, chain)

    def _format_group(self, writer, chain):
        outermost = writer.depth == 0
        if outermost:
            writer.depth += 1
        if self._has_traceback:
            yield from writer.emit(_GROUP_HEADER, margin="+" if outermost else None)
            yield from writer.emit(self.stack.format())
        yield from writer.emit(self.format_exception_only())
        total = len(self.exceptions)
        shown = min(total, self.max_group_width + 1)
        for index in range(shown):
            hidden = index >= self.max_group_width
            title = "..." if hidden else str(index + 1)
            start = "+-" if index == 0 else "  "
            yield f"{writer.indent()}{start}+---------------- {title} ----------------\n"
            writer.depth += 1
            last = index == shown - 1
            if last:
                writer.needs_close = True
            if hidden:
                rest = total - self.max_group_width
                plural = "s" if rest > 1 else ""
                yield from writer.emit(f"and {rest} more exception{plural}\n")
            else:
                yield from self.exceptions[index].format(chain=chain, _writer=writer)
            if last and writer.needs_close:
                writer.needs_close = False
                yield f"{writer.indent()}+------------------------------------\n"
            writer.depth -= 1
        if outermost:
            writer.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Print what format() yields."""
        _print_lines(self.format(chain=chain), file)
