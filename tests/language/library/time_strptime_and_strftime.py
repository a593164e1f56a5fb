"""Library reference: time, parsing and formatting."""
import time
for text, form in (('2024-02-29 13:14:15', '%Y-%m-%d %H:%M:%S'), ('30 Nov 00', '%d %b %y'), ('Friday 5 PM', '%A %I %p'), ('Thu Feb 29 13:14:15 2024', '%a %b %d %H:%M:%S %Y'), ('2024 060', '%Y %j'), ('2024 9 4', '%Y %U %w'), ('12/31/99', '%x') if False else ('12/31/99', '%m/%d/%y'), ('23:59:61', '%H:%M:%S'), ('2024-W09-4', '%G-W%V-%u'), (' 1  2 2024', '%d %m %Y'), ('100%', '100%%'), ('utc 2024', '%Z %Y')):
    try:
        print(text, form, tuple(time.strptime(text, form)))
    except ValueError as error:
        print(text, form, error)
for bad in (('2024-13-01', '%Y-%m-%d'), ('abc', '%Y'), ('2024x', '%Y'), ('1', '%q'), ('2023-02-29', '%Y-%m-%d'), ('', '%Y'), ('2024', '%Y %m'), ('1', '%'), ('25:00', '%H:%M'), ('Foo', '%A'), ('2024-60', '%Y-%V')):
    try:
        print(bad, time.strptime(*bad))
    except ValueError as error:
        print(bad, error)
for bad in (lambda: time.strptime(5, '%Y'), lambda: time.strptime('2024', 5), lambda: time.strptime()):
    try:
        print(bad())
    except TypeError as error:
        print(type(error).__name__)
print(time.strptime('Thu Feb 29 13:14:15 2024'), time.strftime('%Y', time.strptime('1999', '%Y')), time.mktime(time.strptime('1970-01-02', '%Y-%m-%d')) % 3600 == 0)
for year in (1999, 2004, 2005, 2008, 2012, 2015, 2016, 2020, 2026):
    for month, day in ((1, 1), (1, 3), (12, 29), (12, 31)):
        t = time.strptime(f'{year}-{month}-{day}', '%Y-%m-%d')
        print(time.strftime('%G-W%V-%u %U %W %j %g', t), end=' | ')
print()
t = time.struct_time((2024, 2, 29, 13, 14, 15, 3, 60, 0, 'XYZ', 3600))
print(t, t.tm_zone, t.tm_gmtoff, len(t), t[:], t == (2024, 2, 29, 13, 14, 15, 3, 60, 0), time.struct_time(range(1, 10)).tm_zone, time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff)
for bad in (lambda: time.struct_time((1, 2)), lambda: time.struct_time(range(12)), lambda: time.struct_time(5)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
