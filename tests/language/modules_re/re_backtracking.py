# Marks of groups, empty rounds of loops, and what backtracking puts back.
import re

CASES = [
    ("(a)*", "aab"), ("(a|b)*", "abc"), ("(?:(a)|b)*", "ab"), ("(?:(a)|(b))*", "ab"),
    ("(a*)*", "aa"), ("(a*)*b", "aab"), ("(a?)*?b", "aab"), ("(?:a?)*?c", "aac"),
    ("(a|ab)(c|bcd)(d*)", "abcd"), ("(?:(x)?y)+", "xyy"), ("((a)|b)+", "ab"), ("(?=(a+))a*b\\1", "aaab aab"),
    ("(?=(a))(?!\\1b)", "ab ac"), ("(?!(a)b)a", "ac"), ("(?:a(b)?)+", "aba"), ("(a+?)(a*)", "aaa"),
    ("(a{2})*", "aaaaa"), ("(a{1,2}){2}", "aaa"), ("(?:ab|a)(?:bc|c)?", "abc"), ("(.*)(\\d+)", "ab123"),
    ("(.*?)(\\d+)$", "ab123"), ("(?P<a>x)?(?(a)y|z)", "xy z"), ("(?:(?P<a>x)|y)(?(a)1|2)", "y2 x1"),
    ("^(?:a|ab)++c", "abc"), ("(?:a|ab){2}+", "aba"), ("(?>a|ab)c", "abc"), ("((?>a+))b", "aab"),
    ("(?<=(a))b", "ab"), ("(?<=a{3})b", "aaab"), ("(?<![^ ])a", "ba a"), ("(?:)*a", "a"), ("(|a)+", "aa"),
    ("(a|)+", "aa"), ("(?:|a)+?b", "aab"), ("(?:(a)(b)?)*", "aba"), ("()*?x", "x"), ("(?:(b)|a){3}", "aba"),
    ("(\\w+)\\s\\1", "the the"), ("(?i)(\\w+)\\s\\1", "The the"), ("(a)(?=\\1)", "aa"), ("x*?y", "xxy"),
    ("a{0}b", "ab"), ("(a){0}b", "ab"), ("[^\\s]*?(?=,)", "ab,c"), ("(?s).*\\n", "a\nb\nc"),
]
for pattern, text in CASES:
    found = re.search(pattern, text)
    print(f"{pattern!r:35} {text!r:12}", found and (found.span(), found.groups(), found.lastindex))
print(re.match("(?:a?){9}a{9}", "a" * 9) is not None, len(re.findall("(?:.|\n)*", "x" * 5000)[0]))
print(re.match("(?:(?:(?:a)*)*)*", "a" * 200).end(), re.search("(ab|a)*c", "ab" * 2000 + "c").end())
