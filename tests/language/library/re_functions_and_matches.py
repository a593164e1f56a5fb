"""Library reference: re, functions and match objects."""
import re
print(re.split(r'\W+', 'Words, words, words.'), re.split(r'(\W+)', 'Words, words.'), re.split(r'\W+', 'Words, words, words.', 1), re.split('[a-f]+', '0a3B9', flags=re.I), re.split(r'\b', 'Words, words'), re.split(r'(\W)*', '..a'), re.split('x*', 'axbc'), re.split('', 'ab'), re.split('(a)|b', 'xaybz'))
print(re.findall(r'\bf[a-z]*', 'which foot or hand fell fastest'), re.findall(r'(\w+)=(\d+)', 'set width=20 and height=10'), re.findall(r'(a)?b', 'ab b'), re.findall('', 'ab'), re.findall('(?=(..))', 'abc'))
print(re.sub(r'def\s+([a-zA-Z_]\w*)\s*\(\s*\):', r'static PyObject*\npy_\1(void)\n{', 'def myfunc():'), re.sub('-{1,2}', lambda m: ' ' if m[0] == '-' else '-', 'pro----gram-files'), re.sub(r'\sAND\s', ' & ', 'Baked Beans And Spam', flags=re.I), re.sub('a', 'b', 'aaa', count=2), re.sub('(?P<x>a)', r'[\g<x>\g<1>\g<0>]', 'a'), re.sub('x*', '-', 'abxd'), re.subn('a', 'b', 'banana'), re.sub('a', r'\\n\n\t', 'a'), re.sub('(a)(b)?', r'\2\1', 'a'), re.sub('', '-', 'ab'), re.sub(r'(.)', r'\g<1>0', 'ab'), re.sub('a', '\\x' if False else 'x', 'a'))
print(re.escape('https://www.python.org a-b_c é'), re.escape('\0\n'), re.escape(b'a.b'))
p = re.compile(r'(?P<first>\w+) (?P<last>\w+)', re.I | re.M)
m = p.match('Malcolm Reynolds here')
print(m.group(), m.group(0), m.group(1, 2), m.group('first'), m['last'], m[2], m.groups(), m.groupdict(), m.start(), m.end(), m.span(2), m.pos, m.endpos, m.lastindex, m.lastgroup, m.re is p, m.string, m.expand(r'\2, \1 \g<first>'), m, bool(m), p.groups, p.groupindex, p.pattern, p.flags, p, m.regs)
print(p.match('x'), p.fullmatch('a b'), p.fullmatch('a b c'), p.search('!! a b').span(), p.match('!! a b', 3).span(), p.match('a b c', 0, 3).end(), p.findall('a b c d'), [x['first'] for x in p.finditer('a b c d')], re.compile(p) is p, re.compile('a') == re.compile('a'), hash(re.compile('a')) == hash(re.compile('a')), re.compile('a', re.I) == re.compile('a'))
m = re.match(r'(\d+)\.?(\d+)?', '24')
print(m.groups(), m.groups('0'), m.start(2), m.span(2), m.groupdict('d'), m.lastindex, re.match('(a)(b)', 'ab').lastindex, re.match('((ab))', 'ab').lastindex, re.match('(a)|b', 'b').lastindex)
print(repr(re.compile('a\nb')), repr(re.compile('x', re.I | re.X | re.S)), repr(re.I), re.I | re.M, repr(re.compile(b'a')), repr(re.match('a*', 'a' * 60)), re.RegexFlag.ASCII, re.compile('(?i)a').flags)
for bad in (lambda: m.group(3), lambda: m.group('x'), lambda: m['x'], lambda: m.start(5), lambda: re.sub('a', r'\2', 'a'), lambda: re.sub('a', r'\g<x>', 'a'), lambda: re.sub('a', r'\g<', 'a'), lambda: re.sub('a', r'\q', 'a'), lambda: re.sub('a', 5, 'a'), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.match(5, 'a'), lambda: re.match('a', 5), lambda: re.compile(re.compile('a'), re.I), lambda: re.compile('a', 'x'), lambda: re.split('a', 5), lambda: re.sub('(', 'x', 'a'), lambda: re.escape(5), lambda: m.expand(r'\9'), lambda: re.sub(b'a', 'b', b'a'), lambda: re.sub('a', lambda m: 5, 'a'), lambda: m.group(), lambda: m.span('nope'), lambda: re.search(), lambda: p.match(), lambda: setattr(p, 'pattern', 1), lambda: re.template if False else re.nope, lambda: m.group(-1), lambda: m.group(1.5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(re.findall(rb'\w+', b'ab c\xe9'), re.sub(rb'(a)', rb'[\1]', b'banana'), re.match(rb'\xff', b'\xff').span())


def tokenize(code):
    spec = [('NUMBER', r'\d+(\.\d*)?'), ('ASSIGN', r':='), ('END', r';'), ('ID', r'[A-Za-z]+'), ('OP', r'[+\-*/]'), ('NEWLINE', r'\n'), ('SKIP', r'[ \t]+'), ('MISMATCH', r'.')]
    regex = '|'.join('(?P<%s>%s)' % pair for pair in spec)
    line, start = 1, 0
    for mo in re.finditer(regex, code):
        kind, value, column = mo.lastgroup, mo.group(), mo.start() - start
        if kind == 'NEWLINE':
            start, line = mo.end(), line + 1
        elif kind == 'MISMATCH':
            yield ('ERROR', value, line, column)
        elif kind != 'SKIP':
            yield kind, value, line, column


print(*tokenize('IF quantity THEN\n  total := total + price * 2.5;\n?'), sep='\n')
s = re.Scanner([(r'[0-9]+', lambda s, t: int(t)), (r'[a-z]+', lambda s, t: t.upper()), (r'\s+', None)]) if hasattr(re, 'Scanner') else None
print(s and s.scan('12 ab ?'))
