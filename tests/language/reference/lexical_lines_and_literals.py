"""Language reference 2: lexical analysis."""
total = 1 + \
    2 + \
    3
print(total)
month_names = ['Januari', 'Februari', 'Maart',      # These are the
               'April', 'Mei', 'Juni']              # Dutch names
print(len(month_names))
if True:
	x = 1
	y = 2
print(x + y)
print(7, 2147483647, 0o177, 0b100110111, 79228162514264337593543950336, 0xdeadbeef, 100_000_000_000, 0b_1110_0101, 00, 0_0)
print(3.14, 10., .001, 1e100, 3.14e-10, 0e0, 3.14_15_93, 077.010 if False else 77.010, 1_0e1_0)
print(3.14j, 10.j, 10j, .001j, 1e100j, 3.14e-10j, 3.14_15_93j, 0J)
print("a" 'b' """c""" r'\d' f"{1}" b'x'.decode(), b"a" rb"\n" B'' Rb'q' bR'\x')
print('\
joined', '\'', "\"", '\\', '\7', '\x7f', '\u00e9', '\U0001F600', '\N{LATIN SMALL LETTER E WITH ACUTE}', '\0'.encode(), b'\xff\0')
print(u'unicode', len('\r\n'), repr('tab\there'), repr('q\'"'), repr("it's"))
print(f"{'nested ' + f'{1 + 1}'}", f'{{}}', f'{ {1: 2}[1] }', f"{'a' if x else 'b'!r:>5}", f'{3.14159:{5}.{3}}', f"{x!s}{y!a}")
print(f"{x = }, {x=!r:^5}, {x+y=}", f"{'\n'}" == '\n', f"{"same quotes"}", f'''{
    x
}''')
for source in ("012", "0b12", "0xg", "1_", "1__0", "1_000_.5", "'abc", "'''abc", "x = $", "a = 1 if", "f'{a'", "f'{}'", "f'{a!x}'", "b'é'",
               "'\\N{no such name}'", "'\\x1'", "'\\u12'", "x = 5x", "?", "if True:\nx", "  x", "if 1:\n    a\n  b", "if 1:\n\ta\n        b", "a b",
               "1 = x", "None = 1", "x = (1,", "x = 1)", "(]", "f(a=1, 2)", "f(**a, *b)", "def f(a=1, b): pass", "lambda: (yield) = 1", "0777", "1.e", "1e+"):
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg, error.lineno, error.offset)
async_ = nonlocal_ = 1
match = case = _ = type = 5
print(match + case + _ + type)
é = 1
print(é, 'ﬁ'.isidentifier())
ﬁ = 2
print(fi)
