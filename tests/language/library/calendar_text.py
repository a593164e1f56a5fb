"""Library reference: calendar."""
import calendar
import datetime
print(calendar.month(2024, 2), calendar.month(2023, 10, w=4, l=2))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.calendar(2025, m=4), calendar.weekheader(3), calendar.firstweekday(), calendar.monthcalendar(2024, 2))
calendar.setfirstweekday(0)
print(calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(2000, 2024), calendar.weekday(2024, 2, 29), calendar.monthrange(2024, 2), list(calendar.day_name), list(calendar.month_abbr)[:4], calendar.day_abbr[0], calendar.month_name[12], calendar.timegm((2024, 2, 29, 12, 0, 0)), calendar.JANUARY, repr(calendar.MONDAY), calendar.Month(3), calendar.Day.SUNDAY)
c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2))[:8], list(c.itermonthdays2(2024, 2))[:5], list(c.itermonthdates(2024, 2))[0], list(c.itermonthdays4(2024, 12))[-1], c.monthdatescalendar(2024, 9)[0][0], len(c.yeardayscalendar(2024)), c.monthdays2calendar(2024, 2)[0][-1], c.getfirstweekday())
t = calendar.TextCalendar()
print(t.formatmonth(2024, 5, 10), t.formatweekheader(9), t.formatmonthname(2024, 5, 30), t.formatyear(2024, m=6)[:200])
t.prmonth(2024, 6)
for bad in (lambda: calendar.month(2024, 13), lambda: calendar.monthrange(2024, 0), lambda: calendar.setfirstweekday(7), lambda: calendar.weekday(2024, 2, 30), lambda: calendar.Month(13)):
    try:
        print(bad())
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
