"""Calendars as text, and what one can ask about days, weeks and months."""

import datetime
import sys
from itertools import repeat

__all__ = [
    "IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap",
    "leapdays", "weekday", "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar",
    "timegm", "month_name", "month_abbr", "day_name", "day_abbr", "Calendar", "TextCalendar",
    "weekheader", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY",
    "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY",
    "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
]

from enum import IntEnum, global_enum

error = ValueError


class IllegalMonthError(ValueError, IndexError):
    """A month that is none of 1 to 12."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    """A weekday that is none of 0 to 6."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


@global_enum
class Month(IntEnum):
    JANUARY = 1
    FEBRUARY = 2
    MARCH = 3
    APRIL = 4
    MAY = 5
    JUNE = 6
    JULY = 7
    AUGUST = 8
    SEPTEMBER = 9
    OCTOBER = 10
    NOVEMBER = 11
    DECEMBER = 12


@global_enum
class Day(IntEnum):
    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


class _Names:
    """A sequence of names; a slice of it is a list."""

    def __init__(self, names, width=None):
        self._names = [name[:width] for name in names]

    def __getitem__(self, index):
        return self._names[index]

    def __len__(self):
        return len(self._names)


_days = [day.name.capitalize() for day in Day]
_months = ["", *(month.name.capitalize() for month in Month)]
day_name, day_abbr = _Names(_days), _Names(_days, 3)
month_name, month_abbr = _Names(_months), _Names(_months, 3)


def isleap(year):
    """Whether a year has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years there are from y1 up to, but without, y2."""
    y1 -= 1
    y2 -= 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    """The weekday of a date: 0 is Monday."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        # The calendar repeats itself after 400 years.
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def _check_month(month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)


def monthrange(year, month):
    """The weekday of a month's first day, and how many days the month has."""
    _check_month(month)
    return weekday(year, month, 1), _length(year, month)


def _length(year, month):
    return (31, 28 + isleap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _before(year, month):
    return (year - 1, 12) if month == 1 else (year, month - 1)


def _after(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


class Calendar:
    """Gives the weeks and days of months and years."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    @property
    def firstweekday(self):
        return self._firstweekday % 7

    @firstweekday.setter
    def firstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    getfirstweekday = lambda self: self.firstweekday

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        """The numbers of a week's days, from the first on."""
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdays(self, year, month):
        """The days of whole weeks that cover a month; 0 for those of other months."""
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from repeat(0, before)
        yield from range(1, count + 1)
        yield from repeat(0, (self.firstweekday - first - count) % 7)

    def itermonthdays2(self, year, month):
        """The same with the weekday."""
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays3(self, year, month):
        """The same as year, month and day, also of the other months."""
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        earlier, later = _before(year, month), _after(year, month)
        last = _length(*earlier)
        for day in range(last - before + 1, last + 1):
            yield (*earlier, day)
        for day in range(1, count + 1):
            yield year, month, day
        for day in range(1, (self.firstweekday - first - count) % 7 + 1):
            yield (*later, day)

    def itermonthdays4(self, year, month):
        """The same with the weekday at the end."""
        for place, date in enumerate(self.itermonthdays3(year, month)):
            yield (*date, (self.firstweekday + place) % 7)

    def itermonthdates(self, year, month):
        """The same as dates."""
        for date in self.itermonthdays3(year, month):
            yield datetime.date(*date)

    def monthdatescalendar(self, year, month):
        """A list of weeks of dates."""
        return _weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        """A list of weeks of pairs of day and weekday."""
        return _weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        """A list of weeks of days; 0 for those of other months."""
        return _weeks(self.itermonthdays(year, month))

    def _year(self, weeks, year, width):
        months = [weeks(year, month) for month in Month]
        return [months[start:start + width] for start in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        """Rows of so many months."""
        return self._year(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return self._year(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return self._year(self.monthdayscalendar, year, width)


def _weeks(days):
    days = list(days)
    return [days[start:start + 7] for start in range(0, len(days), 7)]


class TextCalendar(Calendar):
    """A calendar as text, as the command `cal` shows it."""

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        return (f"{day:2}" if day else "").center(width)

    def formatweek(self, theweek, width):
        """A week of pairs of day and weekday in one line."""
        return " ".join(self.formatday(day, weekday, width) for day, weekday in theweek)

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return " ".join(self.formatweekday(day, width) for day in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = f"{month_name[themonth]} {theyear!r}" if withyear else month_name[themonth]
        return name.center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month as text of several lines."""
        w, l = max(2, w), max(1, l)
        lines = [
            self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1),
            self.formatweekheader(w),
        ]
        for week in self.monthdays2calendar(theyear, themonth):
            lines.append(self.formatweek(week, w))
        return "".join(line.rstrip() + "\n" * l for line in lines)

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year as text, with so many months beside each other."""
        w, l, c = max(2, w), max(1, l), max(2, c)
        column = (w + 1) * 7 - 1
        lines = [repr(theyear).center(column * m + c * (m - 1)).rstrip(), "\n" * l]
        header = self.formatweekheader(w)
        for number, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * number + 1, min(m * (number + 1) + 1, 13))
            names = (self.formatmonthname(theyear, month, column, False) for month in months)
            lines.append("\n" * l)
            lines.append(formatstring(names, column, c).rstrip() + "\n" * l)
            headers = (header for _ in months)
            lines.append(formatstring(headers, column, c).rstrip() + "\n" * l)
            for week in range(max(len(month) for month in row)):
                cells = (
                    self.formatweek(month[week], w) if week < len(month) else "" for month in row
                )
                lines.append(formatstring(cells, column, c).rstrip() + "\n" * l)
        return "".join(lines)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


def formatstring(cols, colwidth=20, spacing=6):
    """Texts centred in columns."""
    return (" " * spacing).join(text.center(colwidth) for text in cols)


_text = TextCalendar()


def firstweekday():
    """The first day of the week in the module's own calendar."""
    return _text.firstweekday


def setfirstweekday(firstweekday):
    """Set the first day of the week in the module's own calendar."""
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)
    _text.firstweekday = firstweekday


monthcalendar = _text.monthdayscalendar
prweek = _text.prweek
week = _text.formatweek
weekheader = _text.formatweekheader
prmonth = _text.prmonth
month = _text.formatmonth
calendar = _text.formatyear
prcal = _text.pryear


def format(cols, colwidth=20, spacing=6):
    """Print texts centred in columns."""
    print(formatstring(cols, colwidth, spacing))


EPOCH = 1970
_EPOCH_ORDINAL = datetime.date(EPOCH, 1, 1).toordinal()


def timegm(tuple):
    """The seconds since 1970 of a time at Greenwich, as time.gmtime() gives it."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - _EPOCH_ORDINAL + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def __getattr__(name):
    if name in ("HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar", "different_locale"):
        raise NotImplementedError(f"calendar.{name} is not supported by Ouro; TextCalendar is")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def main(args=None):
    """The command line: a calendar of a year or a month."""
    import argparse
    import sys

    parser = argparse.ArgumentParser()
    group = parser.add_argument_group("text only arguments")
    group.add_argument("-w", "--width", type=int, default=2, help="width of date column (default 2)")
    group.add_argument("-l", "--lines", type=int, default=1,
                       help="number of lines for each week (default 1)")
    group.add_argument("-s", "--spacing", type=int, default=6,
                       help="spacing between months (default 6)")
    group.add_argument("-m", "--months", type=int, default=3, help="months per row (default 3)")
    parser.add_argument("-f", "--first-weekday", type=int, default=0,
                        help="weekday (0 is Monday, 6 is Sunday) to start each week (default 0)")
    parser.add_argument("year", nargs="?", type=int, help="year number")
    parser.add_argument("month", nargs="?", type=int, help="month number (1-12, text only)")
    options = parser.parse_args(args)
    calendar = TextCalendar(options.first_weekday)
    width, lines = options.width, options.lines
    year = datetime.date.today().year if options.year is None else options.year
    if options.month is None:
        text = calendar.formatyear(year, width, lines, options.spacing, options.months)
    else:
        text = calendar.formatmonth(year, options.month, width, lines)
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
