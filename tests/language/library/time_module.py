"""Library reference: time."""
import time
t = 1_000_000_000.5
g = time.gmtime(t)
print(g, g.tm_year, g[0], g[:3], len(g), tuple(g), g.tm_zone, g.tm_gmtoff)
print(time.asctime(g), time.strftime('%Y-%m-%d %H:%M:%S %j %U %w %a %A %b %B %p %I %y %%', g), time.strftime('%c|%x|%X', g))
for f in ('%d', '%e', '%H', '%I', '%j', '%m', '%M', '%p', '%S', '%U', '%w', '%W', '%y', '%Y', '%Z', '%G', '%V', '%u', '%D', '%T', '%F', '%R', '%n', '%t', '%h', '%C'):
    print(f, repr(time.strftime(f, g)), end='; ')
print()
p = time.strptime('2024-02-29 13:14:15', '%Y-%m-%d %H:%M:%S')
print(p, time.strptime('30 Nov 00', '%d %b %y').tm_yday, time.strptime('Friday 5 PM', '%A %I %p').tm_hour, time.strptime('  1   2 ', '%d %m') if False else time.strptime('1 2', '%d %m')[:3])
for bad in (lambda: time.strptime('2024-13-01', '%Y-%m-%d'), lambda: time.strptime('abc', '%Y'), lambda: time.strptime('2024x', '%Y'), lambda: time.strptime('1', '%q'), lambda: time.strptime('2023-02-29', '%Y-%m-%d'), lambda: time.gmtime('a'), lambda: time.sleep(-1), lambda: time.sleep('a'), lambda: time.strftime(5), lambda: time.strftime('%Y', (1, 2)), lambda: time.strftime('%Y', (2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.asctime((1, 2)), lambda: time.gmtime(1e30), lambda: time.struct_time((1, 2)), lambda: time.sleep(float('nan')), lambda: time.gmtime(float('inf'))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
a = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - a >= 0.01, time.perf_counter_ns() > 0, type(time.time_ns()), time.time() > 1.6e9, time.process_time() >= 0, time.thread_time() >= 0)
print(time.struct_time(range(9)), time.gmtime(0).tm_wday, time.gmtime(-1), time.gmtime(2 ** 33).tm_year)
import calendar
print(calendar.timegm(time.gmtime(12345)), calendar.isleap(2000), calendar.monthrange(2024, 2), calendar.weekday(2024, 1, 1))
