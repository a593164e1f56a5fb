"""Regular expressions: groups, greed, lookaround, substitution, a small parser."""
import re

p = re.compile(r'(?P<word>\b\w+\b)')
m = p.search('(((( Lots of punctuation )))')
print(m.group('word'), m.group(1), m.span(), p.findall('a bc'), re.match(r'From\s+', 'From amk Thu'), re.match(r'From\s+', 'Fromage'))
print(re.compile('(a(b)c)d').match('abcd').groups(), re.compile(r'\b(\w+)\s+\1\b').search('Paris in the the spring').group(), re.match('([abc])+', 'abc').groups(), re.match('(?:[abc])+', 'abc').groups())
print([bool(re.search(r'.*[.](?!bat$|exe$)[^.]*$', f)) for f in ('a.bat', 'b.exe', 'c.txt', 'd.batch')], re.sub('(blue|white|red)', 'colour', 'blue socks and red shoes', count=1), re.subn('x*', '-', 'abxd'), re.sub('section{ ( [^}]* ) }', r'subsection{\1}', 'section{First} section{second}', flags=re.VERBOSE))
print(re.sub(r'\d+', lambda m: hex(int(m.group())), 'Call 65490 for 49152'), re.match('<.*>', '<html><head>').span(), re.match('<.*?>', '<html><head>').group())
charref = re.compile(r'''
 &[#]                # a reference
 (
     0[0-7]+         # octal
   | [0-9]+          # decimal
   | x[0-9a-fA-F]+   # hexadecimal
 )
 ;                   # the end
''', re.VERBOSE)
print(charref.findall('&#65; &#x41; &#0101; &#;'), charref.pattern.count('\n'))
token = re.compile(r'\s*(?:(\d+\.?\d*)|(.))')


def calculate(text):
    tokens = [(float(n) if n else op) for n, op in token.findall(text)] + [None]
    position = 0

    def peek():
        return tokens[position]

    def take():
        nonlocal position
        position += 1
        return tokens[position - 1]

    def factor():
        t = take()
        if t == '(':
            value = expression()
            if take() != ')':
                raise SyntaxError('missing )')
            return value
        if t == '-':
            return -factor()
        if not isinstance(t, float):
            raise SyntaxError(f'unexpected {t!r}')
        return t

    def term():
        value = factor()
        while peek() in ('*', '/'):
            value = value * factor() if take() == '*' else value / factor()
        return value

    def expression():
        value = term()
        while peek() in ('+', '-'):
            value = value + term() if take() == '+' else value - term()
        return value

    value = expression()
    if peek() is not None:
        raise SyntaxError(f'unexpected {peek()!r}')
    return value


for text in ('1 + 2 * 3', '(1 + 2) * 3', '-4 / (2 - 4)', '2 *', '1 2', '(1', '10 / 4 - .5'):
    try:
        print(text, '=', calculate(text))
    except SyntaxError as error:
        print(text, error)
log = '''2024-01-02 ERROR [db] lost connection
2024-01-02 INFO [web] GET /index
bad line
2024-01-03 ERROR [web] 500'''
entry = re.compile(r'^(?P<date>\d{4}-\d\d-\d\d) (?P<level>[A-Z]+) \[(?P<who>\w+)\] (?P<text>.*)$', re.M)
print([m.groupdict() for m in entry.finditer(log)], [m['text'] for m in entry.finditer(log) if m['level'] == 'ERROR'], entry.sub(r'\g<level>:\g<who>', log))
print(re.split(r'(?<=[,;])\s*', 'a, b;c,d'), re.split('(?=[A-Z])', 'camelCaseText'), re.findall(r'(?<=\$)\d+(?:\.\d\d)?', 'costs $5 or $7.50'), re.sub(r'(?<!^)(?=[A-Z])', '_', 'CamelCaseName').lower(), re.sub(r'(\w)(\w*)', lambda m: m[1].upper() + m[2], 'title case me'), re.fullmatch(r'(\d{1,3}\.){3}\d{1,3}', '192.168.0.1') is not None, re.findall(r'\b(?=\w*a)(?=\w*b)\w+', 'ab cab xyz bba'), bool(re.match(r'^(?=.*\d)(?=.*[a-z]).{4,}$', 'abc1')))
