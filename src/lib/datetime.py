"""Dates, times and the differences between them."""

import time as _time
from math import modf as _modf

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999

# --- the calendar -----------------------------------------------------------

_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTH_NAMES = (
    "", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)
_DAY_NAMES = ("", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_DAYS_IN_400_YEARS = 146097
_DAYS_IN_100_YEARS = 36524
_DAYS_IN_4_YEARS = 1461
_MAX_ORDINAL = 3652059


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    years = year - 1
    return years * 365 + years // 4 - years // 100 + years // 400


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN_MONTH[month]


def _days_before_month(year, month):
    return _DAYS_BEFORE_MONTH[month] + (month > 2 and _is_leap(year))


def _to_ordinal(year, month, day):
    """The number of a day; the first of January of year 1 is 1."""
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(number):
    """The (year, month, day) of a day's number."""
    number -= 1
    cycles, number = divmod(number, _DAYS_IN_400_YEARS)
    centuries, number = divmod(number, _DAYS_IN_100_YEARS)
    quads, number = divmod(number, _DAYS_IN_4_YEARS)
    years, number = divmod(number, 365)
    year = cycles * 400 + centuries * 100 + quads * 4 + years + 1
    if years == 4 or centuries == 4:
        # The last day of a leap year.
        return year - 1, 12, 31
    month = (number + 50) >> 5
    before = _days_before_month(year, month)
    if before > number:
        month -= 1
        before = _days_before_month(year, month)
    return year, month, number - before + 1


def _week_one_monday(year):
    """The number of the Monday on which the ISO year begins."""
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _iso_to_gregorian(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        out_of_range = True
        if week == 53:
            # A year has 53 weeks if it begins on a Thursday, or on a Wednesday if it's leap.
            weekday = _to_ordinal(year, 1, 1) % 7
            out_of_range = not (weekday == 4 or (weekday == 3 and _is_leap(year)))
        if out_of_range:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _from_ordinal(_week_one_monday(year) + (week - 1) * 7 + day - 1)


# --- checking ---------------------------------------------------------------


def _as_int(value):
    if type(value) is int:
        return value
    index = getattr(type(value), "__index__", None)
    if index is None:
        raise TypeError(
            f"'{type(value).__name__}' object cannot be interpreted as an integer"
        )
    return index(value)


def _check_date(year, month, day):
    year, month, day = _as_int(year), _as_int(month), _as_int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = _as_int(hour), _as_int(minute), _as_int(second)
    microsecond = _as_int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if _as_int(fold) not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(
            f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'"
        )


def _check_offset(name, offset):
    """Check what utcoffset() or dst() returned."""
    if offset is None:
        return
    if not isinstance(offset, timedelta):
        raise TypeError(
            f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'"
        )
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError(
            f"offset must be a timedelta strictly between -timedelta(hours=24) and "
            f"timedelta(hours=24), not {offset!r}."
        )


# --- texts ------------------------------------------------------------------


def _format_time(hour, minute, second, microsecond, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _format_offset(offset, separator=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign = "-"
        offset = -offset
    hours, rest = divmod(offset, timedelta(hours=1))
    minutes, rest = divmod(rest, timedelta(minutes=1))
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if rest:
        text += f"{separator}{rest.seconds:02d}"
        if rest.microseconds:
            text += f".{rest.microseconds:06d}"
    return text


def _strftime(obj, format, timetuple):
    """time.strftime() with %f, %z, %:z and %Z filled in from the object."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    pieces = []
    position = 0
    while position < len(format):
        character = format[position]
        position += 1
        if character != "%" or position == len(format):
            pieces.append(character)
            continue
        directive = format[position]
        position += 1
        if directive == "f":
            pieces.append(f"{getattr(obj, 'microsecond', 0):06d}")
        elif directive == "z":
            pieces.append(_format_offset(_offset_of(obj), "").replace("%", "%%"))
        elif directive == ":" and format[position:position + 1] == "z":
            position += 1
            pieces.append(_format_offset(_offset_of(obj)))
        elif directive == "Z":
            name = obj.tzname() if hasattr(obj, "tzname") else None
            pieces.append((name or "").replace("%", "%%"))
        elif directive in "YG" and timetuple[0] < 1000:
            year = obj.isocalendar()[0] if directive == "G" else timetuple[0]
            pieces.append(f"{year:04d}")
        else:
            pieces.append("%" + directive)
    return _time.strftime("".join(pieces), timetuple)


def _offset_of(obj):
    return obj.utcoffset() if hasattr(obj, "utcoffset") else None


def _digits(text, start, count):
    part = text[start:start + count]
    if len(part) != count or not (part.isascii() and part.isdigit()):
        raise ValueError
    return int(part)


def _parse_iso_date(text):
    """Parse YYYY-MM-DD, YYYYMMDD, YYYY-Www-D or YYYYWwwD (the day may be missing)."""
    year = _digits(text, 0, 4)
    separated = text[4:5] == "-"
    position = 4 + separated
    if text[position:position + 1] == "W":
        week = _digits(text, position + 1, 2)
        position += 3
        day = 1
        if position < len(text):
            if (text[position] == "-") != separated:
                raise ValueError
            position += separated
            day = _digits(text, position, 1)
            if position + 1 != len(text):
                raise ValueError
        return _iso_to_gregorian(year, week, day)
    month = _digits(text, position, 2)
    position += 2
    if (text[position:position + 1] == "-") != separated:
        raise ValueError
    position += separated
    day = _digits(text, position, 2)
    if position + 2 != len(text):
        raise ValueError
    return year, month, day


def _parse_iso_clock(text):
    """Parse HH[:MM[:SS[.ffffff]]], with or without colons."""
    values = [0, 0, 0, 0]
    position = 0
    separated = text[2:3] == ":"
    for index in range(3):
        values[index] = _digits(text, position, 2)
        position += 2
        following = text[position:position + 1]
        if not following:
            return values
        if following in ".,":
            if index < 2:
                raise ValueError
            break
        if index == 2:
            raise ValueError
        if separated:
            if following != ":":
                raise ValueError
            position += 1
    fraction = text[position + 1:]
    if not fraction or not (fraction.isascii() and fraction.isdigit()):
        raise ValueError
    # Digits behind the sixth are cut off.
    values[3] = int(fraction[:6].ljust(6, "0"))
    return values


def _parse_iso_time(text):
    """Parse a time with an offset; returns hour, minute, second, microsecond, tzinfo."""
    if len(text) < 2:
        raise ValueError
    split = len(text)
    for mark in "+-Z":
        found = text.find(mark)
        if found >= 0:
            split = min(split, found)
    values = _parse_iso_clock(text[:split])
    rest = text[split:]
    tz = None
    if rest == "Z":
        tz = timezone.utc
    elif rest:
        if rest[0] == "Z":
            raise ValueError
        hours, minutes, seconds, micros = _parse_iso_clock(rest[1:])
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
        tz = timezone.utc if not offset else timezone(-offset if rest[0] == "-" else offset)
    return (*values, tz)


# --- timedelta --------------------------------------------------------------


def _divide_and_round(a, b):
    """a / b as an int, rounded to even in the middle."""
    quotient, remainder = divmod(a, b)
    remainder *= 2
    above_half = remainder > b if b > 0 else remainder < b
    if above_half or (remainder == b and quotient % 2 == 1):
        quotient += 1
    return quotient


class timedelta:
    """A difference between two moments."""

    __slots__ = "_days", "_seconds", "_microseconds", "_hashcode"

    def __new__(
        cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0
    ):
        total = 0
        # What the fractions of floats add up to, in microseconds.
        fraction = 0.0
        for name, value, factor in (
            ("microseconds", microseconds, 1),
            ("milliseconds", milliseconds, 1000),
            ("seconds", seconds, 1_000_000),
            ("minutes", minutes, 60_000_000),
            ("hours", hours, 3_600_000_000),
            ("days", days, 86_400_000_000),
            ("weeks", weeks, 604_800_000_000),
        ):
            if isinstance(value, int):
                total += int(value) * factor
            elif isinstance(value, float):
                part, whole = _modf(value)
                total += int(whole) * factor
                if part:
                    part, whole = _modf(part * factor)
                    total += int(whole)
                    fraction += part
            else:
                raise TypeError(
                    f"unsupported type for timedelta {name} component: {type(value).__name__}"
                )
        if fraction:
            whole = round(fraction)
            if abs(whole - fraction) == 0.5:
                # The sum shall be even, not just the fraction.
                whole = 2.0 * round((fraction + (total & 1)) * 0.5) - (total & 1)
            total += int(whole)
        return cls._from_microseconds(total)

    @classmethod
    def _from_microseconds(cls, total):
        seconds, microseconds = divmod(total, 1_000_000)
        days, seconds = divmod(seconds, 86400)
        if abs(days) > 999999999:
            if abs(days) > 0x7FFFFFFF:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds = seconds
        self._microseconds = microseconds
        self._hashcode = -1
        return self

    def _to_microseconds(self):
        return (self._days * 86400 + self._seconds) * 1_000_000 + self._microseconds

    @property
    def days(self):
        """Days, possibly negative."""
        return self._days

    @property
    def seconds(self):
        """Seconds, from 0 to 86399."""
        return self._seconds

    @property
    def microseconds(self):
        """Microseconds, from 0 to 999999."""
        return self._microseconds

    def total_seconds(self):
        """Return the whole difference in seconds."""
        return self._to_microseconds() / 10 ** 6

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._microseconds:
            parts.append(f"microseconds={self._microseconds}")
        return f"{_class_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            plural = "" if abs(self._days) == 1 else "s"
            text = f"{self._days} day{plural}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(
                self._to_microseconds() + other._to_microseconds()
            )
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(
                self._to_microseconds() - other._to_microseconds()
            )
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return -self + other
        return NotImplemented

    def __neg__(self):
        return timedelta._from_microseconds(-self._to_microseconds())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._from_microseconds(self._to_microseconds() * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._from_microseconds(
                _divide_and_round(self._to_microseconds() * numerator, denominator)
            )
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() // other._to_microseconds()
        if isinstance(other, int):
            return timedelta._from_microseconds(self._to_microseconds() // other)
        return NotImplemented

    def __truediv__(self, other):
        total = self._to_microseconds()
        if isinstance(other, timedelta):
            return total / other._to_microseconds()
        if isinstance(other, int):
            return timedelta._from_microseconds(_divide_and_round(total, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._from_microseconds(
                _divide_and_round(denominator * total, numerator)
            )
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(
                self._to_microseconds() % other._to_microseconds()
            )
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._to_microseconds(), other._to_microseconds())
            return quotient, timedelta._from_microseconds(rest)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() == other._to_microseconds()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() < other._to_microseconds()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() <= other._to_microseconds()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() > other._to_microseconds()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() >= other._to_microseconds()
        return NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            self._hashcode = hash((self._days, self._seconds, self._microseconds))
        return self._hashcode

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _class_name(obj):
    cls = type(obj)
    return f"{cls.__module__}.{cls.__qualname__}"


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._from_microseconds(86_400_000_000 * 1_000_000_000 - 1)
timedelta.resolution = timedelta(microseconds=1)


# --- date -------------------------------------------------------------------


class IsoCalendarDate(tuple):
    """What isocalendar() returns: ISO year, week and weekday."""

    __slots__ = ()

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return (
            f"datetime.{type(self).__name__}"
            f"(year={self[0]}, week={self[1]}, weekday={self[2]})"
        )


class date:
    """A day of the Gregorian calendar."""

    __slots__ = "_year", "_month", "_day", "_hashcode"

    def __new__(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hashcode = -1
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Return the local date of a POSIX timestamp."""
        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        year, month, day = _time.localtime(timestamp)[:3]
        return cls(year, month, day)

    @classmethod
    def today(cls):
        """Return the current local date."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        """Return the date of a day's number; 1 is the first of January of year 1."""
        n = _as_int(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAX_ORDINAL:
            raise ValueError(f"year {_from_ordinal(n)[0]} is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        """Return the date that a text in ISO format means."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(date_string) not in (7, 8, 10):
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        try:
            return cls(*_parse_iso_date(date_string))
        except ValueError as error:
            if error.args and not str(error).startswith("Year"):
                raise
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """Return the date of an ISO year, week and weekday."""
        return cls(*_iso_to_gregorian(_as_int(year), _as_int(week), _as_int(day)))

    def __repr__(self):
        return f"{_class_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """Return the text that the C function ctime() gives."""
        weekday = self.toordinal() % 7 or 7
        return (
            f"{_DAY_NAMES[weekday]} {_MONTH_NAMES[self._month]} "
            f"{self._day:2d} 00:00:00 {self._year:04d}"
        )

    def strftime(self, format):
        """Return the date as a text of the given format."""
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        """Return the date as YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def timetuple(self):
        """Return what time.localtime() would return for midnight."""
        return _struct_time(self, 0, 0, 0, -1)

    def toordinal(self):
        """Return the number of the day."""
        return _to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """Return a date with some fields changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    __replace__ = replace

    def _fields(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() == other._fields()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() < other._fields()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() <= other._fields()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() > other._fields()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() >= other._fields()
        return NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            self._hashcode = hash(self._fields())
        return self._hashcode

    def __add__(self, other):
        if isinstance(other, timedelta):
            number = self.toordinal() + other.days
            if 0 < number <= _MAX_ORDINAL:
                return type(self).fromordinal(number)
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        """Return the day of the week; Monday is 0."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Return the day of the week; Monday is 1."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """Return ISO year, week and weekday."""
        year = self._year
        today = _to_ordinal(self._year, self._month, self._day)
        monday = _week_one_monday(year)
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week_one_monday(year), 7)
        elif week >= 52 and today >= _week_one_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def __reduce__(self):
        return self.__class__, self._fields()


def _struct_time(day, hour, minute, second, dst):
    number = _days_before_month(day._year, day._month) + day._day
    return _time.struct_time(
        (day._year, day._month, day._day, hour, minute, second, day.weekday(), number, dst)
    )


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


# --- time zones -------------------------------------------------------------


class tzinfo:
    """Base of time zones."""

    __slots__ = ()

    def tzname(self, dt):
        """Return the name of the zone at a moment."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        """Return the difference to UTC, positive east of it."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        """Return how much of the difference is daylight saving time."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """Turn a moment in UTC into the same moment in this zone."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
            if dst is None:
                raise ValueError(
                    "fromutc: tz.dst() gave inconsistent results; cannot convert"
                )
        return dt + dst

    def __reduce__(self):
        getinitargs = getattr(self, "__getinitargs__", None)
        args = getinitargs() if getinitargs else ()
        return self.__class__, args, self.__getstate__()


class timezone(tzinfo):
    """A time zone with a fixed difference to UTC."""

    __slots__ = "_offset", "_name"

    _omitted = object()

    def __new__(cls, offset, name=_omitted):
        if not isinstance(offset, timedelta):
            raise TypeError(
                f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}"
            )
        if name is cls._omitted:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}."
            )
        return cls._create(offset, name)

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    @classmethod
    def _create(cls, offset, name=None):
        self = tzinfo.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_class_name(self)}({self._offset!r})"
        return f"{_class_name(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, name, dt):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(
                f"{name}(dt) argument must be a datetime instance or None, "
                f"not {type(dt).__name__}"
            )

    def utcoffset(self, dt):
        self._check("utcoffset", dt)
        return self._offset

    def tzname(self, dt):
        self._check("tzname", dt)
        if self._name is not None:
            return self._name
        if not self._offset:
            return "UTC"
        return "UTC" + _format_offset(self._offset)

    def dst(self, dt):
        self._check("dst", dt)
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not %s" % type(dt).__name__)
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset


UTC = timezone.utc = timezone._create(timedelta(0))
timezone.min = timezone._create(-timedelta(hours=23, minutes=59))
timezone.max = timezone._create(timedelta(hours=23, minutes=59))


# --- time -------------------------------------------------------------------


class _TimeFields:
    """What time and datetime have in common."""

    __slots__ = ()

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def _for_tzinfo(self):
        """What the methods of the time zone are asked about."""
        return self

    def utcoffset(self):
        """Return the difference to UTC, or None."""
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.utcoffset(self._for_tzinfo())
        _check_offset("utcoffset", offset)
        return offset

    def tzname(self):
        """Return the name of the time zone, or None."""
        if self._tzinfo is None:
            return None
        name = self._tzinfo.tzname(self._for_tzinfo())
        if name is not None and not isinstance(name, str):
            raise TypeError(
                f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'"
            )
        return name

    def dst(self):
        """Return the part of the difference that is daylight saving time, or None."""
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.dst(self._for_tzinfo())
        _check_offset("dst", offset)
        return offset

    def _time_arguments(self):
        """The last arguments in the repr."""
        fields = [self._hour, self._minute, self._second, self._microsecond]
        while len(fields) > 2 and fields[-1] == 0:
            fields.pop()
        parts = [str(field) for field in fields]
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append("fold=1")
        return ", ".join(parts)


class time(_TimeFields):
    """A time of day."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_hashcode", "_fold"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        fields = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond, self._fold = fields
        self._tzinfo = tzinfo
        self._hashcode = -1
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        """Return the time that a text in ISO format means."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_parse_iso_time(time_string.removeprefix("T")))
        except ValueError as error:
            if error.args:
                raise
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None

    def _for_tzinfo(self):
        return None

    def _fields(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _comparison(self, other, allow_mixed=False):
        """Return -1, 0 or 1; 2 if the two can't be compared but may be unequal."""
        mine, theirs = self._fields(), other._fields()
        if self._tzinfo is not other._tzinfo:
            my_offset, their_offset = self.utcoffset(), other.utcoffset()
            if my_offset != their_offset:
                if my_offset is None or their_offset is None:
                    if allow_mixed:
                        return 2
                    raise TypeError("can't compare offset-naive and offset-aware times")
                mine = self._microseconds() - my_offset._to_microseconds()
                theirs = other._microseconds() - their_offset._to_microseconds()
        return (mine > theirs) - (mine < theirs)

    def _microseconds(self):
        return (
            (self._hour * 60 + self._minute) * 60 + self._second
        ) * 1_000_000 + self._microsecond

    def __eq__(self, other):
        if isinstance(other, time):
            return self._comparison(other, allow_mixed=True) == 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, time):
            return self._comparison(other) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, time):
            return self._comparison(other) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, time):
            return self._comparison(other) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, time):
            return self._comparison(other) >= 0
        return NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            first = self.replace(fold=0) if self._fold else self
            offset = first.utcoffset()
            fields = self._fields()
            if offset:
                # Equal times have equal fields in UTC; hours beyond the day are kept.
                total = self._microseconds() - offset._to_microseconds()
                seconds, microsecond = divmod(total, 1_000_000)
                minutes, second = divmod(seconds, 60)
                fields = (*divmod(minutes, 60), second, microsecond)
            self._hashcode = hash(fields)
        return self._hashcode

    def __repr__(self):
        return f"{_class_name(self)}({self._time_arguments()})"

    def isoformat(self, timespec="auto"):
        """Return the time as HH:MM:SS.ffffff+HH:MM; parts that are zero are left out."""
        text = _format_time(*self._fields(), timespec)
        return text + _format_offset(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format):
        """Return the time as a text of the given format."""
        moment = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return _strftime(self, format, moment)

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def replace(
        self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None
    ):
        """Return a time with some fields changed."""
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def __reduce__(self):
        return self.__class__, (*self._fields(), self._tzinfo)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)

_tzinfo_class = tzinfo


# --- datetime ---------------------------------------------------------------


class datetime(_TimeFields, date):
    """A day and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(
        cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None,
        *, fold=0,
    ):
        day_fields = _check_date(year, month, day)
        fields = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = day_fields
        self._hour, self._minute, self._second, self._microsecond, self._fold = fields
        self._tzinfo = tzinfo
        self._hashcode = -1
        return self

    # --- making them

    @classmethod
    def _from_timestamp(cls, timestamp, utc, tz):
        if isinstance(timestamp, float):
            fraction, whole = _modf(timestamp)
            microsecond = round(fraction * 1e6)
            second = int(whole)
            if microsecond >= 1000000:
                second += 1
                microsecond -= 1000000
            elif microsecond < 0:
                second -= 1
                microsecond += 1000000
        else:
            second, microsecond = _as_int(timestamp), 0
        convert = _time.gmtime if utc else _time.localtime
        moment = convert(second)
        result = cls(*moment[:5], min(moment[5], 59), microsecond, tz)
        if tz is None and not utc:
            # The second of two moments with the same local time?
            day = 24 * 3600
            before = cls(*convert(second - day)[:6], microsecond)
            shift = result - before - timedelta(0, day)
            if shift.days < 0:
                same = cls(*convert(second + shift // timedelta(0, 1))[:6], microsecond)
                if same == result:
                    result._fold = 1
        elif tz is not None:
            result = tz.fromutc(result)
        return result

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """Return the local moment of a POSIX timestamp, or that in a time zone."""
        _check_tzinfo(tz)
        return cls._from_timestamp(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        import warnings

        warnings.warn(
            "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in "
            "a future version. Use timezone-aware objects to represent datetimes in UTC: "
            "datetime.datetime.fromtimestamp(timestamp, datetime.UTC).",
            DeprecationWarning,
            stacklevel=2,
        )
        return cls._from_timestamp(timestamp, True, None)

    @classmethod
    def now(cls, tz=None):
        """Return the current moment, local or in a time zone."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        """Return the current local moment."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        import warnings

        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future "
            "version. Use timezone-aware objects to represent datetimes in UTC: "
            "datetime.datetime.now(datetime.UTC).",
            DeprecationWarning,
            stacklevel=2,
        )
        return cls._from_timestamp(_time.time(), True, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """Return the moment of a day and a time of day."""
        if not isinstance(date, _date_class):
            raise TypeError(
                f"combine() argument 1 must be datetime.date, not {type(date).__name__}"
            )
        if not isinstance(time, _time_class):
            raise TypeError(
                f"combine() argument 2 must be datetime.time, not {type(time).__name__}"
            )
        return cls(
            date.year, date.month, date.day, *time._fields(),
            time.tzinfo if tzinfo is True else tzinfo, fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, date_string):
        """Return the moment that a text in ISO format means."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            end = _iso_date_end(date_string)
            day = _parse_iso_date(date_string[:end])
            rest = date_string[end + 1:]
            clock = ()
            if len(date_string) > end:
                if not rest:
                    raise ValueError
                clock = _parse_iso_time(rest)
            return cls(*day, *clock)
        except ValueError as error:
            if error.args and not str(error).startswith(("Year", "Invalid week")):
                raise
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

    @classmethod
    def strptime(cls, date_string, format, /):
        """Return the moment that a text of the given format means."""
        import _strptime

        return _strptime._strptime_datetime(cls, date_string, format)

    # --- parts

    def date(self):
        """Return the day."""
        return date(self._year, self._month, self._day)

    def time(self):
        """Return the time of day, without its time zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """Return the time of day with its time zone."""
        return time(
            self._hour, self._minute, self._second, self._microsecond, self._tzinfo,
            fold=self._fold,
        )

    def _time_fields(self):
        return self._hour, self._minute, self._second, self._microsecond

    def timetuple(self):
        """Return what time.localtime() would return."""
        dst = self.dst()
        flag = -1 if dst is None else 1 if dst else 0
        return _struct_time(self, self._hour, self._minute, self._second, flag)

    def utctimetuple(self):
        """Return what time.gmtime() would return."""
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _struct_time(moment, moment._hour, moment._minute, moment._second, 0)

    def _local_seconds(self):
        """The timestamp of a moment without a time zone, taken as local time."""
        epoch = datetime(1970, 1, 1)
        wanted = (self.replace(tzinfo=None) - epoch) // timedelta(0, 1)

        def local(seconds):
            return (datetime(*_time.localtime(seconds)[:6]) - epoch) // timedelta(0, 1)

        # The offset at the moment itself, found from one nearby.
        offset = local(wanted) - wanted
        first = wanted - offset
        found = local(first)
        if found == wanted:
            # There may be another moment with the same local time.
            other = first + (-24 * 3600, 24 * 3600)[self._fold]
            second_offset = local(other) - other
            if offset == second_offset:
                return first
        else:
            second_offset = found - first
        second = wanted - second_offset
        if local(second) == wanted:
            return second
        if found == wanted:
            return first
        # In the gap of a change of the clocks.
        return (max, min)[self._fold](first, second)

    def timestamp(self):
        """Return the POSIX timestamp."""
        if self._tzinfo is None:
            return self._local_seconds() + self._microsecond / 1e6
        return (self - _EPOCH).total_seconds()

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None,
        microsecond=None, tzinfo=True, *, fold=None,
    ):
        """Return a moment with some fields changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def _local_timezone(self):
        seconds = self._local_seconds() if self._tzinfo is None else (
            (self - _EPOCH) // timedelta(seconds=1)
        )
        local = _time.localtime(seconds)
        return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)

    def astimezone(self, tz=None):
        """Return the same moment in another time zone, the local one by default."""
        if tz is None:
            tz = self._local_timezone()
        elif not isinstance(tz, tzinfo):
            raise TypeError(
                "tzinfo argument must be None or of a tzinfo subclass, "
                f"not type '{type(tz).__name__}'"
            )
        mine = self._tzinfo
        if mine is None:
            mine = self._local_timezone()
            offset = mine.utcoffset(self)
        else:
            offset = mine.utcoffset(self)
            if offset is None:
                mine = self.replace(tzinfo=None)._local_timezone()
                offset = mine.utcoffset(self)
        if tz is mine:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    # --- texts

    def ctime(self):
        """Return the text that the C function ctime() gives."""
        weekday = self.toordinal() % 7 or 7
        return (
            f"{_DAY_NAMES[weekday]} {_MONTH_NAMES[self._month]} {self._day:2d} "
            f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}"
        )

    def isoformat(self, sep="T", timespec="auto"):
        """Return the moment as YYYY-MM-DDTHH:MM:SS.ffffff+HH:MM."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(
                "isoformat() argument 1 must be a unicode character, not "
                + (type(sep).__name__ if not isinstance(sep, str) else "str")
            )
        day = f"{self._year:04d}-{self._month:02d}-{self._day:02d}"
        clock = _format_time(*self._time_fields(), timespec)
        return day + sep + clock + _format_offset(self.utcoffset())

    def __repr__(self):
        day = f"{self._year}, {self._month}, {self._day}"
        return f"{_class_name(self)}({day}, {self._time_arguments()})"

    def __str__(self):
        return self.isoformat(sep=" ")

    # --- comparison and arithmetic

    def _day_and_time(self):
        return (*self._fields(), *self._time_fields())

    def _comparison(self, other, allow_mixed=False):
        """Return -1, 0 or 1; 2 if the two can't be compared but may be unequal."""
        mine, theirs = self._tzinfo, other._tzinfo
        if mine is theirs:
            same_base = True
        else:
            my_offset, their_offset = self.utcoffset(), other.utcoffset()
            if allow_mixed:
                # A moment in a gap or a repeated hour equals none in another zone.
                if my_offset != self.replace(fold=not self._fold).utcoffset():
                    return 2
                if their_offset != other.replace(fold=not other._fold).utcoffset():
                    return 2
            same_base = my_offset == their_offset
        if same_base:
            first, second = self._day_and_time(), other._day_and_time()
            return (first > second) - (first < second)
        if my_offset is None or their_offset is None:
            if allow_mixed:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        difference = self - other
        if difference.days < 0:
            return -1
        return 1 if difference else 0

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._comparison(other, allow_mixed=True) == 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, datetime):
            return self._comparison(other) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, datetime):
            return self._comparison(other) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, datetime):
            return self._comparison(other) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, datetime):
            return self._comparison(other) >= 0
        return NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            first = self.replace(fold=0) if self._fold else self
            offset = first.utcoffset()
            if offset is None:
                self._hashcode = hash(self._day_and_time())
            else:
                self._hashcode = hash(self._since_start() - offset._to_microseconds())
        return self._hashcode

    def _since_start(self):
        """Microseconds since the day before the first one."""
        return (
            ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
        ) * 1_000_000 + self._microsecond

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        total = self._since_start() + other._to_microseconds()
        days, rest = divmod(total, 86_400_000_000)
        if not 0 < days <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        rest, microsecond = divmod(rest, 1_000_000)
        minutes, second = divmod(rest, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(
            *_from_ordinal(days), hour, minute, second, microsecond, tzinfo=self._tzinfo
        )

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, timedelta):
                return self + -other
            return NotImplemented
        difference = timedelta._from_microseconds(self._since_start() - other._since_start())
        if self._tzinfo is other._tzinfo:
            return difference
        my_offset, their_offset = self.utcoffset(), other.utcoffset()
        if my_offset == their_offset:
            return difference
        if my_offset is None or their_offset is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return difference + their_offset - my_offset

    def __reduce__(self):
        return self.__class__, (*self._day_and_time(), self._tzinfo)


def _iso_date_end(text):
    """Where the date of an ISO text ends; what follows is the separator."""
    if len(text) < 7:
        raise ValueError
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        if text[8:9] != "-":
            return 8
        if len(text) == 9:
            raise ValueError
        # YYYY-Www-D, unless two digits behind the hyphen make it the separator.
        return 8 if _is_digit(text, 10) else 10
    if text[4:5] != "W":
        return 8
    end = 7
    while _is_digit(text, end):
        end += 1
    if end < 9:
        return end
    # An odd number of digits begins with the day of the week.
    return 7 if end % 2 == 0 else 8


def _is_digit(text, position):
    return position < len(text) and "0" <= text[position] <= "9"


_date_class = date
_time_class = time

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
