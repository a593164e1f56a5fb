import sys

print(
    sys.version_info[:2] >= (3, 13),
    sys.argv[1:],
    sys.maxsize,
    type(sys.path).__name__,
    "sys" in sys.modules,
    sys.byteorder,
    sys.implementation.name.isidentifier(),
)
print(
    sys.getrecursionlimit(),
    sys.stdout.write("written\n"),
    sys.getsizeof(1) > 0,
    sys.intern("x"),
    sys.float_info.max,
    sys.maxunicode,
)


def f():
    return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name


print(f())
