# What is wrong with a pattern, and where.
import re

PATTERNS = [
    "(", ")", "(a", "a)", "*", "a**", "a*?*", "+a", "a{2}{3}", "a{3,2}", "[", "[a", "[]", "[^]",
    "[z-a]", r"[\d-x]", r"[a-\d]", "\\", r"\q", r"\8", r"(a)\2", r"(a\1)", r"\x1", r"\u12",
    r"\U00110000", r"\N{no such name}", r"\N", r"\N{", "(?", "(?P", "(?P<", "(?P<n", "(?P<>a)",
    "(?P<1a>x)", "(?P=n)", "(?P=n", "(?Px)", "(?<n>a)", "(?<", "(?<=a+)b", "(?<!a|bc)", "(?z)",
    "(?i", "(?i-", "(?i-i:a)", "(?au)", "(?L)a", "a(?i)b", "(?P<a>)(?P<a>)", "(?(1)a)",
    "(?(n)a)", "(?(0)a)", "(?(1", "()(?(1)a|b|c)", "(?#", "(?i:", "(?-a:x)", r"\400", r"[\400]",
    "a\n(b\nc", "(?P<ä b>x)", r"(?<=(a)\1)b", "x{99999999999}", "(?=a)*", "^*", "(?:)*",
]
for pattern in PATTERNS:
    try:
        print(f"{pattern!r}: {re.compile(pattern)}")
    except re.PatternError as error:
        print(f"{pattern!r}: {error} | {error.msg} {error.pos} {error.lineno} {error.colno}")
    except OverflowError as error:
        print(f"{pattern!r}: OverflowError {error}")
for pattern in [b"(?u)a", rb"\q\xff", b"(?P<\xe4>a)", b"[\xff-\x00]"]:
    try:
        print(re.compile(pattern))
    except re.error as error:
        print(f"{pattern!r}: {error}")
for pattern, flags in [("a", re.L), ("a", re.A | re.U), (b"a", re.U), (b"a", re.A | re.L)]:
    try:
        print(re.compile(pattern, flags))
    except ValueError as error:
        print(type(error).__name__, error)
for call in [
    lambda: re.compile(5), lambda: re.match("a", 5), lambda: re.match("a", b"a"),
    lambda: re.match(b"a", "a"), lambda: re.compile(re.compile("a"), re.I),
    lambda: re.sub("a", 1, "a"), lambda: re.sub("a", lambda m: 1, "a"),
    lambda: re.match("a", "a").group(1), lambda: re.match("a", "a").group("n"),
    lambda: re.match("a", "a")[1], lambda: re.match("a", "a").start(3),
    lambda: re.sub("a", r"\1", "a"), lambda: re.sub("(a)", r"\g<2>", "a"),
    lambda: re.sub("(a)", r"\g<n>", "a"), lambda: re.sub("a", r"\g", "a"),
    lambda: re.sub("a", r"\g<", "a"), lambda: re.sub("a", r"\q", "a"),
    lambda: re.sub("a", "\\", "a"), lambda: re.sub("a", r"\400", "a"),
]:
    try:
        print(call())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
print(issubclass(re.error, Exception), re.error is re.PatternError)
