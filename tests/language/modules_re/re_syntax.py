# Each construct of the pattern language, once.
import re

CASES = [
    (r"a.c", "abc a\nc"), (r"(?s)a.c", "a\nc"), (r"^b", "a\nb"), (r"(?m)^b", "a\nb"),
    (r"a$", "a\n"), (r"(?m)a$", "a\nb"), (r"\Aab\Z", "ab"), (r"\bfoo\b", "a foo b"),
    (r"\Boo\B", "foot food"), (r"[a-c]+", "xxabcabd"), (r"[^a-c]+", "abxyc"),
    (r"[]a]+", "x]a]"), (r"[a\]-]+", "-]a"), (r"[\w-]+", "well-known"),
    (r"\d{2,3}", "1 22 4444"), (r"\d{2,3}?", "4444"), (r"x{,2}y", "xxxy"), (r"x{2,}", "xxxx"),
    (r"x{a}", "x{a}"), (r"x{", "x{"), (r"ab|cd|", "cd"), (r"(?:ab)+", "ababa"),
    (r"(a)|(b)", "b"), (r"(?P<year>\d+)-(?P<month>\d+)", "on 2024-05"),
    (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), (r"(\w)\1", "abccd"),
    (r"(?i)straße", "STRASSE STRAßE"), (r"(?i:a)b", "Ab AB"), (r"(?i)a(?-i:b)", "AB Ab"),
    (r"foo(?=bar)", "foofoobar"), (r"foo(?!bar)", "foobarfoo"), (r"(?<=\$)\d+", "a5 $42"),
    (r"(?<!\$)\b\d+", "$42 17"), (r"(<)?(\w+)(?(1)>)", "<a> b"), (r"(<)?\w+(?(1)>|$)", "<a b"),
    (r"(?>a+)ab", "aaab"), (r"a++b", "aaab"), (r"a*+a", "aaa"), (r"(?:ab)?+ab", "ab"),
    (r"(?x) a  b # letters\n c", "abc"), (r"a(?#comment)b", "ab"), (r"\x41\u0042\t", "AB\t"),
    (r"\N{GREEK SMALL LETTER ALPHA}", "α"), (r"\101\060", "A0"), (r"\s+", "a \t\x1c\n b"),
    (r"(?a)\w+", "naïve"), (r"\w+", "naïve_2"), (r"(?a)\d", "٣3"), (r"\d", "٣3"),
    (r"", "abc"), (r"(a*)*", "aab"), (r"(a*)+", "b"), (r"(?:a|ab)(?:c|bcd)(d*)", "abcd"),
]
for pattern, text in CASES:
    found = re.search(pattern, text)
    if found is None:
        print(f"{pattern!r:45} {text!r}: nothing")
    else:
        print(f"{pattern!r:45} {text!r}: {found.span()} {found.group()!r} {found.groups()}")
