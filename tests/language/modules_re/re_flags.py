# Flags, and how they are shown.
import re

print(re.I, repr(re.M), re.I | re.M, re.S | re.X | re.A, re.NOFLAG, ~re.I & re.M, re.U, re.L)
print(re.IGNORECASE is re.I, int(re.DOTALL), re.RegexFlag(2), re.RegexFlag["X"], re.RegexFlag(3))
print(list(re.RegexFlag), isinstance(re.I, re.RegexFlag), re.I == 2, bool(re.NOFLAG))
for pattern, flags in [
    ("a", 0), ("a", re.I), ("(?i)a", 0), ("(?ms)a", re.X), (b"a", 0), (b"a", re.L | re.I),
    ("a", re.A), ("(?a)a", re.I), ("a" * 300, 0),
]:
    compiled = re.compile(pattern, flags)
    print(repr(compiled), compiled.flags, re.RegexFlag(compiled.flags))
print(re.findall("(?i)ß|k|s|i", "ẞ K K ſ S İ ı I"), re.findall("(?i)[a-z]+", "aKſZ-é"))
print(re.findall("(?i)[à-þ]", "ÀÞþ×÷"), re.findall("(?ia)k", "kKK"), re.findall("(?i)σ", "ΣΣσς"))
print(re.findall(b"(?i)[a-c]+", b"aBcD"), re.findall("(?i)[^a]", "aAbB"), re.findall(r"(?i)\w", "aÉ1"))
print(re.match(r"(?i)(é)\1", "éÉ"), re.match(r"(é)\1", "éÉ"), re.findall("(?i)µ", "µμΜ"))
print(re.search("a b", "ab", re.X), re.search(r"a\ b", "a b", re.X), re.search("[a b]", " ", re.X))
print(re.search("""
    (\\d+)   # whole part
    \\.      # the point
    (\\d*)   # fraction [#]
""", "pi: 3.14", re.VERBOSE).groups())
print(re.search("(?x: a b )c d", "abc d"), re.search("(?s:.).", "\nx"), re.search("(?-s:.)", "\n", re.S))
print(re.findall("^.", "a\nb\rc\u2028d", re.M), re.findall(".$", "a\nb\n", re.M), re.findall(".", "\r\n"))
