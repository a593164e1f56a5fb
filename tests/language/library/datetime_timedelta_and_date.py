"""Library reference: datetime, timedelta and date."""
from datetime import *
d = timedelta(days=50, seconds=27, microseconds=10, milliseconds=29000, minutes=5, hours=8, weeks=2)
print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds(), timedelta(microseconds=-1), repr(timedelta(microseconds=-1)), timedelta(hours=-5), timedelta(0), timedelta(days=1, hours=25), timedelta(seconds=0.1234567), timedelta(weeks=1.5))
y = timedelta(days=365)
print(10 * y, y / 2, y // 3, y / timedelta(days=5), y // timedelta(days=7), y % timedelta(days=7), divmod(y, timedelta(days=100)), -y, abs(-y), y * 1.5, y - timedelta(1), bool(timedelta()), y > timedelta(1), hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta.max, timedelta.min, timedelta.resolution, str(timedelta(days=-1, seconds=5)), y == 365, sum([timedelta(1)] * 3, timedelta()), round(1.5), timedelta(1) / 3, timedelta(1) // 7)
for bad in (lambda: timedelta('a'), lambda: timedelta(days=10 ** 10), lambda: y / 0, lambda: y // timedelta(), lambda: y + 1, lambda: y < 5, lambda: y * y, lambda: timedelta.max + timedelta(1), lambda: y * 'a', lambda: divmod(y, 5), lambda: timedelta(days=float('nan'))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
t = date(2002, 12, 4)
print(t, repr(t), t.year, t.weekday(), t.isoweekday(), t.isocalendar(), t.isocalendar().week, t.isoformat(), t.ctime(), t.toordinal(), date.fromordinal(730920), date.fromisoformat('2019-12-04'), date.fromisoformat('20191204'), date.fromisoformat('2021-W01-1'), date.fromisocalendar(2021, 1, 1), t.replace(day=26), t.replace(year=2000, month=2, day=29), t.timetuple(), t.strftime('%d/%m/%y %A %j %U'), format(t, '%A %d. %B %Y'), f'{t:%b}', str(t), t + timedelta(days=30), t - date(2002, 1, 1), t - timedelta(weeks=1), t < date(2003, 1, 1), t == date(2002, 12, 4), hash(t) == hash(date(2002, 12, 4)), date.min, date.max, date.resolution, t == 5, date.fromtimestamp(0))
for bad in (lambda: date(2002, 13, 1), lambda: date(2002, 2, 30), lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: date('a', 1, 1), lambda: date.fromisoformat('2002-1-1'), lambda: date.fromisoformat('x'), lambda: date.fromisoformat(5), lambda: t + 1, lambda: t < 5, lambda: t - 5, lambda: t + t, lambda: date.max + timedelta(1), lambda: date.fromordinal(0), lambda: date.fromisocalendar(2021, 54, 1), lambda: date.fromisocalendar(2021, 1, 8), lambda: t.replace(month=0), lambda: t.strftime(5), lambda: date(2002, 1.5, 1), lambda: t.nope):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for days in range(0, 4000, 397):
    x = date(1999, 12, 27) + timedelta(days)
    print(x, x.isocalendar()[:], x.timetuple().tm_yday, x.strftime('%G-W%V-%u %U %W %y %m'))
