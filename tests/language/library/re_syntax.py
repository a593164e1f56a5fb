"""Library reference: re, syntax."""
import re
cases = [
    (r'a.c', 'abc a\nc'), (r'^\w+', 'one two'), (r'\d+$', 'a 12\n'), (r'ab*', 'abbb a'), (r'ab+?', 'abbb'), (r'a{2,3}', 'aaaa'), (r'a{2,3}?', 'aaaa'), (r'a{,2}', 'aaa'), (r'a{2}', 'aaa'), (r'[a-c]+', 'abcd'), (r'[^a-c]+', 'abcxyz'), (r'[]a]+', ']a]'), (r'[\w-]+', 'a-b'), (r'[\]]', ']'), (r'a|b|', 'cab'), (r'(a)(b)?', 'ac'), (r'(?:ab)+', 'ababx'), (r'(?P<x>a)(?P=x)', 'aa'), (r'(a)\1', 'aab'), (r'(?=b)', 'ab'), (r'a(?!b)', 'abac'), (r'(?<=a)b', 'ab cb'), (r'(?<!a)b', 'ab cb'), (r'(<)?(\w+@\w+)(?(1)>|$)', '<user@host>'), (r'\bfoo\b', 'foo foobar'), (r'\Boo', 'foo'), (r'\Afoo', 'foo'), (r'o\Z', 'foo\n'), (r'\s+', 'a \t\nb'), (r'\S+', ' ab '), (r'\D+', '12ab'), (r'\W+', 'a!?b'), (r'(?i)ABC', 'abc'), (r'(?s)a.c', 'a\nc'), (r'(?m)^b', 'a\nb'), (r'(?x) a b # c', 'ab'), (r'(?i:A)b', 'ab'), (r'(?-i:a)b', 'ab'), (r'\x41\u0042\n', 'AB\n'), (r'\N{DIGIT ONE}', '1'), (r'(?#comment)a', 'a'), (r'(?>a+)ab', 'aaab'), (r'a++b', 'aab'), (r'a*+a', 'aaa'), (r'(a|ab)(c|bcd)', 'abcd'), (r'((a)|b)*', 'ab'), (r'(?a)\w+', 'é'), (r'\w+', 'été'), (r'(?a:\d)\d', '1٢'), (r'[[:alpha:]]' if False else r'[a\-z]', '-'), (r'(a*)*', 'b'), (r'(a?)*?b', 'aab'), (r'x*', 'axb'), (r'.*?,', 'a,b,'), (r'\.', '.'), (r'\\', '\\'), (r'[\d\s]+', '1 2'), (r'(?P<a>.)(?P<b>.)', 'xy'), (r'^$', ''), (r'(\w+) \1', 'the the'), (r'[^\n]+', 'ab\ncd'), (r'\0', '\0'), (r'[\b]', '\b'), (r'(?u)ß', 'ß'), (r'(?i)ß', 'ẞ'), (r'(?i)k', 'K'), (r'\101', 'A'), (r'(?<=(a))b', 'ab'), (r'(?:a|b|c)d', 'cd'), (r'(ab|a)(?=c)', 'abc')]
for pattern, text in cases:
    m = re.search(pattern, text)
    print(pattern, '|', ascii(text), '->', m and (m.span(), m.groups(), m.groupdict()), [x.span() for x in re.finditer(pattern, text)])
for bad in ('(', ')', '[', '[a', '*', 'a**', 'a{3,2}', '(?P<n', '(?P<1>a)', '(?P<a>b)(?P<a>c)', '(?P=x)', r'\1', r'(a)\2', '(?z)', '(?', '(?<=a+)', 'a{99999999999}', '[z-a]', r'\q', r'\x4', r'\u12', r'\N{nope}', '(?i', 'a(?i)', '(?(1)a|b)', '(?(x)a)', '(?(1', '(?#', '+', '?', '(?P>', '(?P', '[\\', '\\', '(?<x>a)', 'a(?-i)b', '(?L)a', '(?au)a', '(?i-i:a)', '(a)(?(1)b|c|d)', r'[\d-z]', '(?P<a b>c)', 'x{,}', '{', 'a{', 'a{1', '(?:', '(?=', '(?<', r'\8', '(?<!a*)b', '(?P<é>a)'):
    try:
        print(bad, re.compile(bad).pattern)
    except OverflowError as error:
        print(bad, "->", type(error).__name__, error)
    except re.error as error:
        print(bad, '->', error, error.pos, error.lineno, error.colno, error.msg)
