print(
    "%s %r %d %i %5d|%-5d|%05d %+d %x %X %#x %o %c %c"
    % ("s", "r", 1, 2.9, 3, 4, 5, 6, 255, 255, 255, 8, "c", 65)
)
print("%.2f %8.3f|%-8.1f|%e %g %G %%" % (3.14159, 2.5, 1.25, 12345.678, 0.00001, 1e20))
print(
    "%(a)s-%(b)03d" % {"a": 1, "b": 2},
    "%s" % (1,),
    "%s" % [1, 2],
    "%5.1s|" % "abc",
    "%*d" % (5, 42),
)
for call in (
    lambda: "%d" % "x",
    lambda: "%s %s" % 1,
    lambda: "%s" % (1, 2),
    lambda: "%y" % 1,
    lambda: "%(a)s" % 1,
    lambda: "%" % 1,
    lambda: "%(a)s" % {},
    lambda: "%c" % "ab",
):
    try:
        print(call())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
