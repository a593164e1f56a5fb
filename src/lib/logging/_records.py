"""Levels, log records and their formatting."""

import sys
import time
from _thread import _get_main_thread_ident, get_ident

import _collections_abc

__name__ = "logging"

# --- levels -----------------------------------------------------------------

CRITICAL = 50
FATAL = CRITICAL
ERROR = 40
WARNING = 30
WARN = WARNING
INFO = 20
DEBUG = 10
NOTSET = 0

_levelToName = {
    CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO",
    DEBUG: "DEBUG", NOTSET: "NOTSET",
}
_nameToLevel = {
    "CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING,
    "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET,
}


def getLevelNamesMapping():
    """Return a dict from the names of levels to their numbers."""
    return _nameToLevel.copy()


def getLevelName(level):
    """Return the name of a level's number (or, for a name, the number)."""
    for table in (_levelToName, _nameToLevel):
        result = table.get(level)
        if result is not None:
            return result
    return "Level %s" % level


def addLevelName(level, levelName):
    """Give a number a name."""
    _levelToName[level] = levelName
    _nameToLevel[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError("Level not an integer or a valid string: %r" % (level,))
    if level not in _nameToLevel:
        raise ValueError("Unknown level: %r" % level)
    return _nameToLevel[level]


# --- records ----------------------------------------------------------------

_startTime = time.time_ns()

logThreads = True
logMultiprocessing = True
logProcesses = True
logAsyncioTasks = True


def _thread():
    """Return number and name of the current thread."""
    ident = get_ident()
    if "threading" not in sys.modules and ident == _get_main_thread_ident():
        return ident, "MainThread"
    from threading import current_thread

    return ident, current_thread().name


def _process_id():
    try:
        from os import getpid
    except ImportError:
        return None
    return getpid()


def _task_name():
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        return None
    try:
        return asyncio.current_task().get_name()
    except Exception:
        return None


def _file_and_module(pathname):
    try:
        filename = pathname.replace("\\", "/").rpartition("/")[2]
        stem, dot, _ = filename.rpartition(".")
        return filename, stem if dot and stem.strip(".") else filename
    except (TypeError, ValueError, AttributeError):
        return pathname, "Unknown module"


class LogRecord(object):
    """One event that is logged."""

    def __init__(
        self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs
    ):
        now = time.time_ns()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], _collections_abc.Mapping) and args[0]:
            # A single mapping serves %(name)s in the message.
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename, self.module = _file_and_module(pathname)
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now / 1e9
        self.msecs = now % 1_000_000_000 // 1_000_000 + 0.0
        if self.msecs == 999.0 and int(self.created) != now // 1_000_000_000:
            # The float was rounded up to the next second.
            self.msecs = 0.0
        self.relativeCreated = (now - _startTime) / 1e6
        options = sys.modules.get("logging")
        self.thread = self.threadName = None
        if getattr(options, "logThreads", True):
            self.thread, self.threadName = _thread()
        self.processName = None
        if getattr(options, "logMultiprocessing", True):
            self.processName = "MainProcess"
        self.process = _process_id() if getattr(options, "logProcesses", True) else None
        self.taskName = None
        if getattr(options, "logAsyncioTasks", True):
            self.taskName = _task_name()

    def __repr__(self):
        return '<LogRecord: %s, %s, %s, %s, "%s">' % (
            self.name, self.levelno, self.pathname, self.lineno, self.msg,
        )

    def getMessage(self):
        """Return the message with its arguments put in."""
        message = str(self.msg)
        if self.args:
            message = message % self.args
        return message


# --- styles of format strings -----------------------------------------------


def _has_percent_field(text):
    """True if there is something like %(name)-10s in the text."""
    start = text.find("%(")
    while start >= 0:
        end = text.find(")", start)
        if end < 0:
            return False
        name = text[start + 2:end]
        if name and name.replace("_", "a").isalnum():
            position = end + 1
            while text[position:position + 1] and text[position] in "#0+ -":
                position += 1
            position = _skip_width(text, position)
            if text[position:position + 1] == ".":
                after = _skip_width(text, position + 1)
                if after > position + 1:
                    position = after
            if text[position:position + 1] and text[position] in "diouxefgcrsa%DIOUXEFGCRSA":
                return True
        start = text.find("%(", start + 1)
    return False


def _skip_width(text, position):
    if text[position:position + 1] == "*":
        return position + 1
    while text[position:position + 1].isdigit():
        position += 1
    return position


class PercentStyle(object):
    """%(name)s."""

    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        """ValueError if the format can't be right."""
        if not _has_percent_field(self._fmt):
            raise ValueError(
                "Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0])
            )

    def _values(self, record):
        if self._defaults:
            return self._defaults | record.__dict__
        return record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError("Formatting field not found in record: %s" % error)


def _is_field_expression(name):
    """True for a name with attributes and subscripts behind it, such as a.b[c]."""
    head = 0
    while head < len(name) and (name[head].isalnum() or name[head] == "_"):
        head += 1
    rest = name[head:]
    if not head:
        return False
    while rest:
        if rest[0] == ".":
            end = 1
            while end < len(rest) and (rest[end].isalnum() or rest[end] == "_"):
                end += 1
            if end == 1:
                return False
        elif rest[0] == "[":
            end = rest.find("]") + 1
            if end < 3:
                return False
        else:
            return False
        rest = rest[end:]
    return True


def _is_format_spec(spec):
    """True if a format spec has the usual form: [[fill]align][sign][#][0][width][,][.precision][type]."""
    position = 0
    if spec[1:2] and spec[1] in "<>=^":
        position = 2
    elif spec[:1] and spec[0] in "<>=^":
        position = 1
    if spec[position:position + 1] in ("+", "-", " "):
        position += 1
    if spec[position:position + 1] == "#":
        position += 1
    position = _skip_number_or_field(spec, position)
    if spec[position:position + 1] in (",", "_"):
        position += 1
    if spec[position:position + 1] == ".":
        after = _skip_number_or_field(spec, position + 1)
        if after == position + 1:
            return False
        position = after
    if spec[position:position + 1] and spec[position] in "bcdefgnosxBCDEFGNOSX%":
        position += 1
    return position == len(spec)


def _skip_number_or_field(spec, position):
    if spec[position:position + 1] == "{":
        end = spec.find("}", position)
        if end > position + 1:
            return end + 1
        return position
    while spec[position:position + 1].isdigit():
        position += 1
    return position


class StrFormatStyle(PercentStyle):
    """{name}."""

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        from string import Formatter as TemplateParser

        fields = set()
        try:
            for _, name, spec, conversion in TemplateParser().parse(self._fmt):
                if name:
                    if not _is_field_expression(name):
                        raise ValueError("invalid field name/expression: %r" % name)
                    fields.add(name)
                if conversion and conversion not in "rsa":
                    raise ValueError("invalid conversion: %r" % conversion)
                if spec and not _is_format_spec(spec):
                    raise ValueError("bad specifier: %r" % spec)
        except ValueError as error:
            raise ValueError("invalid format: %s" % error)
        if not fields:
            raise ValueError("invalid format: no fields")


class StringTemplateStyle(PercentStyle):
    """${name}."""

    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from string import Template

        self._tpl = Template(self._fmt)

    def usesTime(self):
        return "$asctime" in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        if not self._tpl.is_valid():
            raise ValueError("invalid format: bare '$' not allowed")
        if not self._tpl.get_identifiers():
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _check_style(style):
    if style not in _STYLES:
        raise ValueError("Style must be one of: %s" % ",".join(_STYLES.keys()))


# --- formatters -------------------------------------------------------------


def _with_line_end(text):
    return text if text[-1:] == "\n" else text + "\n"


class Formatter(object):
    """Turns records into text."""

    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        _check_style(style)
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """Return the time of a record as text."""
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        """Return the traceback of an exception as text."""
        import traceback

        text = "".join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text[-1:] == "\n" else text

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        """Return the text of a record, with its traceback and its stack."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            # Kept for other formatters: it never changes.
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = _with_line_end(text) + record.exc_text
        if record.stack_info:
            text = _with_line_end(text) + self.formatStack(record.stack_info)
        return text


_defaultFormatter = Formatter()


class BufferingFormatter(object):
    """Formats many records at once."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + "".join(lines) + self.formatFooter(records)


# --- filters ----------------------------------------------------------------


class Filter(object):
    """Lets the records of one logger and those below it pass."""

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        if not self.nlen or self.name == record.name:
            return True
        return record.name.startswith(self.name + ".")


class Filterer(object):
    """What has filters: loggers and handlers."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Add a filter, or a function that takes a record."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Remove a filter."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """Return the record if all filters let it pass; a filter may also replace it."""
        for each in self.filters:
            result = each.filter(record) if hasattr(each, "filter") else each(record)
            if not result:
                return False
            if isinstance(result, LogRecord):
                record = result
        return record
