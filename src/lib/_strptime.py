"""Parsing dates and times by a format, for datetime.strptime() and time.strptime()."""

import datetime as _datetime

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# directive -> (field, most digits, least value, greatest value)
_NUMBERS = {
    "d": ("day", 2, 1, 31), "f": ("microsecond", 6, 0, 999999), "H": ("hour", 2, 0, 23),
    "I": ("hour12", 2, 1, 12), "G": ("iso_year", 4, 0, 9999), "j": ("day_of_year", 3, 1, 366),
    "m": ("month", 2, 1, 12), "M": ("minute", 2, 0, 59), "S": ("second", 2, 0, 61),
    "U": ("week_sunday", 2, 0, 53), "W": ("week_monday", 2, 0, 53), "u": ("weekday_u", 1, 1, 7),
    "V": ("iso_week", 2, 1, 53), "w": ("weekday_w", 1, 0, 6), "y": ("short_year", 2, 0, 99),
    "Y": ("year", 4, 0, 9999),
}

# What some directives stand for.
_COMPOSED = {
    "c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S",
    "D": "%m/%d/%y", "R": "%H:%M", "r": "%I:%M:%S %p", "F": "%Y-%m-%d",
}
_DOCUMENTED = set(_NUMBERS) | {"a", "A", "b", "B", "p", "z", "Z", "%", "c", "x", "X"}


_NO_YEAR = """\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""


def _number(text, position, most, least, greatest):
    """Yield the possible numbers at a position with where they end, the longest first."""
    end = position
    while end < len(text) and end - position < most and text[end].isdigit():
        end += 1
    while end > position:
        if least <= int(text[position:end]) <= greatest:
            yield int(text[position:end]), end
        end -= 1


def _name(text, position, names):
    """Find the longest of some names, in any case."""
    lowered = text[position:].lower()
    best = None
    for index, name in enumerate(names):
        if lowered.startswith(name) and (best is None or len(name) > len(names[best])):
            best = index
    if best is not None:
        yield best, position + len(names[best])


def _offset(text, position):
    """Find Z, or +HHMM[SS[.ffffff]] with or without colons."""
    if text[position:position + 1] == "Z":
        yield (0, 0), position + 1
        return
    sign = text[position:position + 1]
    if sign not in ("+", "-"):
        return
    start = position + 1
    fields = []
    separated = text[start + 2:start + 3] == ":"
    while len(fields) < 3:
        if fields and separated:
            if text[start:start + 1] != ":":
                break
            start += 1
        part = text[start:start + 2]
        if len(part) != 2 or not part.isdigit():
            if fields and separated:
                start -= 1
            break
        fields.append(int(part))
        start += 2
    if len(fields) < 2 or fields[1] > 59 or (len(fields) == 3 and fields[2] > 59):
        return
    micros = 0
    if len(fields) == 3 and text[start:start + 1] == ".":
        end = start + 1
        while end < len(text) and end < start + 7 and text[end].isdigit():
            end += 1
        if end > start + 1:
            micros = int(text[start + 1:end].ljust(6, "0"))
            start = end
    fields += [0] * (3 - len(fields))
    seconds = fields[0] * 3600 + fields[1] * 60 + fields[2]
    factor = -1 if sign == "-" else 1
    yield (factor * seconds, factor * micros), start


def _tokens(format):
    """Split a format into ("text", characters), ("space", None) and ("directive", letter)."""
    tokens = []
    position = 0
    while position < len(format):
        character = format[position]
        position += 1
        if character.isspace():
            if not tokens or tokens[-1][0] != "space":
                tokens.append(("space", None))
        elif character == "%":
            if position == len(format):
                raise ValueError(f"stray % in format '{format}'")
            directive = format[position]
            position += 1
            if directive in _COMPOSED and directive in _DOCUMENTED:
                tokens.extend(_tokens(_COMPOSED[directive]))
            elif directive in _DOCUMENTED:
                tokens.append(("directive", directive))
            else:
                raise ValueError(f"'{directive}' is a bad directive in format '{format}'")
        else:
            tokens.append(("text", character))
    return tokens


def _candidates(token, text, position):
    """Yield (field, value, end) for each way in which a token can match."""
    kind, what = token
    if kind == "space":
        end = position
        while end < len(text) and text[end].isspace():
            end += 1
        while end > position:
            yield None, None, end
            end -= 1
    elif kind == "text":
        if text[position:position + 1].lower() == what.lower():
            yield None, None, position + 1
    elif what == "%":
        if text.startswith("%", position):
            yield None, None, position + 1
    elif what in _NUMBERS:
        field, most, least, greatest = _NUMBERS[what]
        if what in "YG":
            part = text[position:position + 4]
            if len(part) == 4 and part.isdigit():
                yield field, int(part), position + 4
        elif what == "y":
            part = text[position:position + 2]
            if len(part) == 2 and part.isdigit():
                yield field, int(part), position + 2
        elif what == "f":
            for value, end in _number(text, position, most, least, greatest):
                yield field, int(text[position:end].ljust(6, "0")), end
        else:
            if text[position:position + 1] == " " and what == "d":
                # As ctime() writes the first days of a month.
                for value, end in _number(text, position + 1, 1, 1, 9):
                    yield field, value, end
            for value, end in _number(text, position, most, least, greatest):
                yield field, value, end
    elif what in "bB":
        names = _MONTHS if what == "B" else tuple([name[:3] for name in _MONTHS])
        for value, end in _name(text, position, names):
            yield "month", value + 1, end
    elif what in "aA":
        names = _DAYS if what == "A" else tuple([name[:3] for name in _DAYS])
        for value, end in _name(text, position, names):
            yield "weekday", value, end
    elif what == "p":
        for value, end in _name(text, position, ("am", "pm")):
            yield "afternoon", value, end
    elif what == "z":
        for value, end in _offset(text, position):
            yield "offset", value, end
    elif what == "Z":
        import time

        names = tuple(dict.fromkeys(["utc", "gmt", *[name.lower() for name in time.tzname]]))
        for value, end in _name(text, position, names):
            yield "zone", text[position:end], end


def _match(tokens, text):
    """Find the fields; returns them and where the matched text ends."""
    # Positions where something else may still be tried, with the fields so far.
    stack = [(0, 0, {})]
    while stack:
        index, position, fields = stack.pop()
        if index == len(tokens):
            return fields, position
        found = list(_candidates(tokens[index], text, position))
        for field, value, end in reversed(found):
            extended = fields if field is None else {**fields, field: value}
            stack.append((index + 1, end, extended))
    return None


def _parse(text, format, stacklevel):
    """Return the fields of a text that has the format."""
    for position, value in enumerate((text, format), 1):
        if not isinstance(value, str):
            raise TypeError(
                f"strptime() argument {position} must be str, not {type(value).__name__}"
            )
    tokens = _tokens(format)
    directives = {what for kind, what in tokens if kind == "directive"}
    if "d" in directives and not directives & {"y", "Y", "G"}:
        import warnings

        warnings.warn(_NO_YEAR, DeprecationWarning, stacklevel=stacklevel)
    match = _match(tokens, text)
    if match is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    fields, end = match
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    return fields


def _day_from_week(year, week, weekday, starts_monday):
    """The day of the year of a weekday in a week; 0 and less for the year before."""
    first = (_datetime.date(year, 1, 1).weekday() + (not starts_monday)) % 7
    if not starts_monday:
        weekday = (weekday + 1) % 7
    week_zero = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + week_zero + 7 * (week - 1) + weekday


def _complete(fields):
    """Work out year, month, day, weekday and day of the year."""
    iso_year, iso_week = fields.get("iso_year"), fields.get("iso_week")
    weekday = fields.get("weekday")
    if "weekday_u" in fields:
        weekday = fields["weekday_u"] - 1
    if "weekday_w" in fields:
        weekday = (fields["weekday_w"] + 6) % 7
    year = fields.get("year")
    if "short_year" in fields:
        year = fields["short_year"] + (1900 if fields["short_year"] >= 69 else 2000)
    number = fields.get("day_of_year")

    if iso_year is not None:
        if number is not None:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year "
                "directive '%G'. Use '%Y' instead."
            )
        if iso_week is None or weekday is None:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' "
                "and a weekday directive ('%A', '%a', '%w', or '%u')."
            )
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' "
                "and a weekday directive ('%A', '%a', '%w', or '%u')."
            )
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the "
            "ISO year '%G' instead."
        )

    leap_default = False
    month, day = fields.get("month", 1), fields.get("day", 1)
    if year is None and month == 2 and day == 29:
        # 1900 has no such day; a year that has it lends it.
        year = 1904
        leap_default = True
    elif year is None:
        year = 1900
    if number is None and weekday is not None:
        if "week_sunday" in fields or "week_monday" in fields:
            monday = "week_monday" in fields
            week = fields["week_monday" if monday else "week_sunday"]
            number = _day_from_week(year, week, weekday, monday)
        elif iso_year is not None:
            found = _datetime.date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = found.year, found.month, found.day
        if number is not None and number <= 0:
            year -= 1
            number += 366 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 365
    if number is not None and not ("month" in fields and "day" in fields):
        found = _datetime.date.fromordinal(
            number - 1 + _datetime.date(year, 1, 1).toordinal()
        )
        year, month, day = found.year, found.month, found.day
    date = _datetime.date(year, month, day)
    if number is None:
        number = date.toordinal() - _datetime.date(year, 1, 1).toordinal() + 1
    if weekday is None:
        weekday = date.weekday()
    if leap_default:
        year = 1900
    return year, month, day, weekday, number


def _hour(fields):
    if "hour12" not in fields:
        return fields.get("hour", 0)
    hour = fields["hour12"] % 12
    return hour + 12 if fields.get("afternoon") else hour


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """Return the struct_time of a text of the given format."""
    import time

    fields = _parse(data_string, format, 3)
    year, month, day, weekday, number = _complete(fields)
    dst = -1
    zone = fields.get("zone")
    if zone is not None and zone.lower() in ("utc", "gmt"):
        dst = 0
    return time.struct_time(
        (
            year, month, day, _hour(fields), fields.get("minute", 0), fields.get("second", 0),
            weekday, number, dst,
        )
    )


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """Return the moment of a text of the given format."""
    fields = _parse(data_string, format, 4)
    year, month, day, _, _ = _complete(fields)
    tz = None
    if "offset" in fields:
        seconds, micros = fields["offset"]
        offset = _datetime.timedelta(seconds=seconds, microseconds=micros)
        zone = fields.get("zone")
        tz = _datetime.timezone(offset, zone) if zone else _datetime.timezone(offset)
    clock = (
        _hour(fields), fields.get("minute", 0), fields.get("second", 0),
        fields.get("microsecond", 0),
    )
    if tz is None:
        return cls(year, month, day, *clock)
    return cls(year, month, day, *clock, tz)
