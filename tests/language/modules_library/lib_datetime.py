"""Dates and times."""
from datetime import UTC, date, datetime, time, timedelta, timezone

d = date(2024, 2, 28)
print(d, repr(d), d + timedelta(2), d.weekday(), d.isocalendar(), d.replace(month=3), d.strftime("%d.%m.%y %A"), d.toordinal())
dt = datetime(2024, 1, 31, 13, 5, 9, 120)
print(dt, repr(dt), dt.isoformat(), dt.isoformat(" ", "minutes"), dt.date(), dt.time(), f"{dt:%Y/%m/%d %H:%M:%S.%f}")
td = timedelta(days=-1, hours=5, milliseconds=3)
print(td, repr(td), td.total_seconds(), abs(td), td * 2, td / 3, td // timedelta(hours=1), timedelta(hours=36), timedelta())
print(dt - datetime(2023, 12, 25), dt + td, dt > datetime(2024, 1, 1), max(d, date(2020, 1, 1)))
tz = timezone(timedelta(hours=5, minutes=30), "IST")
aware = dt.replace(tzinfo=tz)
print(aware, aware.astimezone(UTC), aware.utcoffset(), aware.tzname(), repr(aware), timezone.utc, timezone(timedelta(hours=-3)))
print(datetime.fromisoformat("2024-03-01T10:20:30.5+02:00"), date.fromisoformat("20240301"), time.fromisoformat("10:20"), datetime.fromtimestamp(0, UTC))
print(datetime.strptime("5 Mar 2021 14:07", "%d %b %Y %H:%M"), datetime.strptime("2021-060", "%Y-%j"), aware.timestamp())
print(time(9, 30), repr(time(1, 2, 3, 4)), time.min, datetime.max, date.min, d.ctime(), dt.timetuple()[:6])
for bad in (lambda: date(2023, 2, 29), lambda: datetime(2023, 13, 1), lambda: time(25), lambda: date.fromisoformat("x"),
            lambda: dt - aware, lambda: dt < aware, lambda: date("a", 1, 1), lambda: datetime.strptime("x", "%Y"),
            lambda: datetime.strptime("2020 1", "%Y"), lambda: date.max + timedelta(1), lambda: timedelta("a"),
            lambda: timezone(timedelta(days=1))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
