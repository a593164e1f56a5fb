"""Library reference: datetime, datetime and time and time zones."""
from datetime import *
import datetime as module
dt = datetime(2006, 11, 21, 16, 30, 15, 123456)
print(dt, repr(dt), dt.date(), dt.time(), dt.timetz(), dt.isoformat(), dt.isoformat(' ', 'minutes'), dt.isoformat(timespec='milliseconds'), dt.ctime(), dt.timetuple(), dt.weekday(), dt.isocalendar(), datetime.combine(date(2005, 7, 14), time(12, 30)), datetime(2000, 1, 1), dt.replace(hour=0, microsecond=0), dt.strftime('%A, %d. %B %Y %I:%M%p %f %%'), f'{dt:%Y-%m-%d %H:%M:%S.%f}', dt + timedelta(hours=10), dt - datetime(2006, 1, 1), dt.min, dt.max, dt.toordinal(), dt == dt.date(), dt < datetime(2007, 1, 1))
for text in ('2011-11-04', '2011-11-04T00:05:23', '2011-11-04 00:05:23.283', '2011-11-04T00:05:23.283+00:00', '2011-11-04T00:05:23+04:00', '20111104T000523', '2011-W01-2T00:05:23.283', '2011-11-04T00:05:23Z', '2011-11-04T00:05', '2011-11-04T00', '2011-11-04T00:05:23,283185', '2011-11-04T24:00:00' if False else '2011-11-04T23:59:59', 'bad', '2011-11-04T25:00', '2011-13-01', '2011-11-04T', '2011-11-04T00:05:23+25:00', '2011-11-04T00:05:23-05:30:15.123'):
    try:
        print(text, repr(datetime.fromisoformat(text)))
    except ValueError as error:
        print(text, error)
for text, form in (('21/11/06 16:30', '%d/%m/%y %H:%M'), ('Nov 21 2006 04:30PM', '%b %d %Y %I:%M%p'), ('2006-11-21T16:30:15.123+0200', '%Y-%m-%dT%H:%M:%S.%f%z'), ('Tuesday 21 November 2006', '%A %d %B %Y'), ('2006 325', '%Y %j'), ('2006-W47-2', '%G-W%V-%u'), ('x', '%Y'), ('2006 extra', '%Y'), ('31/02/2006', '%d/%m/%Y'), ('12', '%q'), ('1', '%'), ('2006-11-21 UTC', '%Y-%m-%d %Z'), ('16:30:15', '%H:%M:%S'), ('70', '%y'), ('68', '%y'), ('2006-11-21 +01:30', '%Y-%m-%d %z')):
    try:
        print(text, form, repr(datetime.strptime(text, form)))
    except ValueError as error:
        print(text, form, error)
utc = timezone.utc
tz = timezone(timedelta(hours=-5, minutes=-30), 'XST')
a = dt.replace(tzinfo=utc)
b = a.astimezone(tz)
print(a, b, repr(b), b.tzname(), b.utcoffset(), b.dst(), a == b, a - b, hash(a) == hash(b), b.isoformat(), b.strftime('%z %Z %:z'), tz, repr(tz), str(utc), repr(utc), timezone(timedelta(0)) == utc, timezone(timedelta(hours=1)), repr(timezone(timedelta(hours=1), 'A')), a.timestamp(), datetime.fromtimestamp(0, tz), datetime.fromtimestamp(1.5, utc), b.utctimetuple(), b.timetz(), a.astimezone(timezone(timedelta(hours=3))).date(), UTC is utc, tz.utcoffset(None), tz.fromutc(datetime(2000, 1, 1, tzinfo=tz)), timezone.min, timezone.max)


class Rome(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1 if 4 <= dt.month <= 9 else 0)

    def tzname(self, dt):
        return 'CET' if not self.dst(dt) else 'CEST'


r = datetime(2020, 7, 1, 12, tzinfo=Rome())
print(r, r.tzname(), r.astimezone(utc), datetime(2020, 1, 1, 12, tzinfo=Rome()), r.timetuple().tm_isdst, utc.fromutc(a), r == datetime(2020, 7, 1, 10, tzinfo=utc))
t = time(14, 30, 5, 1000)
print(t, repr(t), t.isoformat('seconds'), t.replace(minute=0), t.strftime('%H-%M'), time.fromisoformat('04:23:01'), time.fromisoformat('T042301.5+01:00'), time(1) < time(2), time(12, tzinfo=utc), bool(time(0)), time.min, time.max, t.hour, t.fold, hash(time(1)) == hash(time(1)), f'{t:%I %p}', time(10, tzinfo=utc) == time(12, tzinfo=timezone(timedelta(hours=2))), time(1, fold=1), repr(time(1, 2, fold=1)))
for bad in (lambda: datetime(2006, 11, 31), lambda: datetime(2006, 1, 1, 24), lambda: datetime(2006, 1, 1, 0, 60), lambda: datetime(2006, 1, 1, tzinfo=5), lambda: dt < a, lambda: dt - a, lambda: dt < date(2006, 1, 1), lambda: dt + 5, lambda: timezone(5), lambda: timezone(timedelta(hours=24)), lambda: timezone(timedelta(1), 'a'), lambda: time(25), lambda: time(1, 2, 3, 10 ** 6), lambda: t < time(1, tzinfo=utc), lambda: time.fromisoformat('25:00'), lambda: time.fromisoformat('a'), lambda: datetime.combine(1, 2), lambda: dt.isoformat(timespec='x'), lambda: datetime.max + timedelta(1), lambda: t + timedelta(1), lambda: datetime.strptime(5, '%Y'), lambda: tzinfo().utcoffset(None), lambda: dt.astimezone(5), lambda: datetime.fromisoformat(5), lambda: datetime.fromtimestamp(10 ** 20), lambda: dt.replace(fold=2), lambda: datetime(1, 1, 1, fold='a'), lambda: utc.utcoffset(5), lambda: dt == None):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(dt == a, dt != a, datetime.now(utc).tzinfo, type(datetime.now() - datetime.now()), datetime.today().tzinfo, module.MINYEAR, module.MAXYEAR, isinstance(dt, date), datetime(2000, 1, 1, fold=1), repr(datetime(2000, 1, 1, 0, 0, fold=1)))
