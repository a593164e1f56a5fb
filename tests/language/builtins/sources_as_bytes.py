# compile, eval and exec of bytes: marks and declarations of encodings.
for source in (
    b"\xef\xbb\xbf1+1", b"# coding: latin-1\n'\xe9'", b"1\0", bytearray(b"'a' 'b'"), memoryview(b"3 * 4"), "'\u00e9'".encode(),
):
    try:
        print(ascii(eval(source)))
    except (SyntaxError, TypeError) as error:
        print(type(error).__name__, error)
exec(compile(b"\xef\xbb\xbfprint('from bytes')\n", "name", "exec"))
for flags in (0, 1 << 20, 2, 12345678901):
    try:
        print(compile("1", "f", "eval", flags).co_name)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for level in (-1, 0, 1, 2, 3, -2):
    try:
        names = {}
        exec(compile("try:\n    assert False\nexcept AssertionError:\n    x = 1\nelse:\n    x = 2", "f", "exec", optimize=level), names)
        print(level, names["x"])
    except ValueError as error:
        print(error)
print(eval(compile("1 + 1", "f", "eval", dont_inherit=True)))
