"""Library reference: datetime in programs: calendars, intervals, recurring dates, zones."""
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return date(year, month, (h + l - 7 * m + 33 * month + 19) % 32)


def nth_weekday(year, month, weekday, n):
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))


def add_months(d, n):
    year, month = divmod(d.year * 12 + d.month - 1 + n, 12)
    month += 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day
    return d.replace(year=year, month=month, day=min(d.day, last))


print([str(easter(y)) for y in (2000, 2024, 2025, 2038)], nth_weekday(2024, 11, 3, 4), [str(add_months(date(2024, 1, 31), n)) for n in (1, 2, 12, -2)])
start, end = date(2023, 12, 28), date(2024, 1, 4)
workdays = [d for d in (start + timedelta(n) for n in range((end - start).days)) if d.weekday() < 5]
print(len(workdays), [f'{d:%a %d}' for d in workdays], (end - start) / timedelta(days=1), (datetime(2024, 3, 1) - datetime(2024, 2, 1)).days)


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 2, 29)))


class Eastern(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=-5) + self.dst(dt)

    def dst(self, dt):
        begin = datetime.combine(nth_weekday(dt.year, 3, 6, 2), time(2))
        finish = datetime.combine(nth_weekday(dt.year, 11, 6, 1), time(2))
        return timedelta(hours=1) if begin <= dt.replace(tzinfo=None) < finish else timedelta(0)

    def tzname(self, dt):
        return 'EDT' if self.dst(dt) else 'EST'


et = Eastern()
for moment in (datetime(2024, 3, 10, 1, 59, tzinfo=et), datetime(2024, 3, 10, 2, 0, tzinfo=et), datetime(2024, 7, 4, 12, tzinfo=et), datetime(2024, 11, 3, 3, tzinfo=et)):
    print(moment, moment.tzname(), moment.astimezone(UTC), moment.astimezone(UTC).astimezone(et) == moment, moment.strftime('%H:%M %z %Z'), moment.timetuple().tm_isdst)
intervals = [(time(9), time(12)), (time(11, 30), time(13)), (time(15), time(16))]
merged = []
for a, b in sorted(intervals):
    if merged and a <= merged[-1][1]:
        merged[-1] = (merged[-1][0], max(merged[-1][1], b))
    else:
        merged.append((a, b))
print([f'{a:%H:%M}-{b:%H:%M}' for a, b in merged])
total = sum((timedelta(hours=h, minutes=m) for h, m in ((1, 45), (2, 30), (0, 50))), timedelta())
print(total, total.total_seconds() // 60, divmod(total, timedelta(hours=1)), total / 3, total * 1.5, -total, abs(-total), total % timedelta(minutes=7), f'{total}', [total > timedelta(hours=5), total == timedelta(minutes=305)])
log = ['2024-05-01T10:00:00Z', '2024-05-01T12:30:00+02:00', '2024-05-01T09:15:00-01:00', '20240501T101500.5+0000']
stamps = sorted(datetime.fromisoformat(s) for s in log)
print([s.astimezone(UTC).isoformat(timespec='milliseconds') for s in stamps], stamps[-1] - stamps[0], stamps[0].timestamp(), len({s for s in stamps}))
weeks = {}
for n in range(0, 30, 6):
    d = date(2024, 12, 20) + timedelta(n)
    weeks.setdefault(d.isocalendar()[:2], []).append(d.isoformat())
print(weeks, date.fromisocalendar(2025, 1, 1), date(2024, 12, 30).isocalendar().year, max(date.min, date(1, 1, 2)), date.max - date.min, datetime.max.replace(microsecond=0), datetime(2024, 2, 29).replace(year=2028), (date(2024, 1, 1) + timedelta(days=59)).strftime('%-d' if False else '%d %B'))
