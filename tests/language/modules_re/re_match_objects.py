# Everything that a match knows.
import copy
import re

m = re.compile(r"(?P<word>\w+)\s+(?P<number>\d+)?(x)?").search("... token 42!", 2, 12)
print(m)
print(m.group(), m.group(0), m.group(1), m.group("number"), m.group(1, "number", 3))
print(m[0], m["word"], m[2], m[3])
print(m.groups(), m.groups("-"), m.groupdict(), m.groupdict(0))
print(m.start(), m.end(), m.span(), m.start(1), m.end("number"), m.span(3))
print(m.pos, m.endpos, m.lastindex, m.lastgroup, m.regs)
print(m.re.pattern, repr(m.string), bool(m))
print(m.expand(r"<\2|\g<word>|\g<3>\n>"))
print(copy.copy(m) is m, copy.deepcopy(m) is m)
print(type(m), re.Match, re.Match[str], re.Pattern[bytes])
for pattern in ["(a)(b)", "((a)(b))", "(a)|(b)", "(?P<x>a)(b)?", "((?P<in>a))", "a"]:
    m = re.match(pattern, "ab")
    print(pattern, m.lastindex, m.lastgroup, m.groups())
print(re.match(b"(.)(.)", b"xy").groups(), re.match(b"(.)(.)", bytearray(b"xy")).group(2))
print(re.search("é(.)", "ab éx").span(), re.search("(b)", "日本b語").span(1))
long = re.match(".*", "a long text of which only the beginning is shown in the repr of the match")
print(long)
match re.match(r"(\w+)=(\d+)", "size=5"):
    case re.Match(lastindex=2) as found:
        print("matched", found[1], found[2])
