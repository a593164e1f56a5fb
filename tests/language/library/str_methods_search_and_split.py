"""Library reference: str methods, searching and splitting."""
s = 'the quick brown fox jumps over the lazy dog'
print(s.find('the'), s.find('the', 1), s.find('cat'), s.find(''), s.find('', 100), s.rfind('the'), s.index('o'), s.rindex('o'), s.index('o', 15), s.find('o', -5), s.find('fox', 0, 18), s.find('fox', 0, 19), s.count('o'), s.count('the', 1), s.count(''), 'aaaa'.count('aa'), ''.count(''), 'abc'.count('', 2, 1))
print(s.startswith('the'), s.startswith('quick', 4), s.startswith(('a', 't')), s.endswith('dog'), s.endswith('lazy', 0, -4), s.endswith(()), s.startswith(''), s.startswith('', 50), 'abc'.startswith('abc', -3), 'abc'.endswith(('x', 'bc')))
print(s.split(), s.split(None, 2), s.split(' ', 1), s.rsplit(' ', 1), s.rsplit(None, 1), 'a,b,,c,'.split(','), ''.split(), ''.split(','), '  a  b '.split(), '  a  b '.split(' '), '  a  b '.split(maxsplit=1), ' a b '.rsplit(maxsplit=1), 'a<>b<>c'.split('<>'), 'abc'.split('abc'), 'a b'.split(maxsplit=0), ' a b '.split(None, 0), 'a\u2003b\x1fc'.split())
print('a\nb\r\nc\rd\x0be\x0cf\x1cg\u2028h\x85i'.splitlines(), 'a\n\nb\n'.splitlines(), 'a\nb'.splitlines(True), ''.splitlines(), '\n'.splitlines(keepends=True), 'a\r\n'.splitlines(True))
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.partition('='), 'abc'.rpartition('='), ''.partition('x'), '=a'.partition('='))
print('-'.join('abc'), ''.join([]), ', '.join(['x']), 'ab'.join(['1', '2', '3']), ' '.join({'k': 1}), '\n'.join(c for c in 'xy'))
print('a-b-c'.replace('-', '+'), 'a-b-c'.replace('-', '+', 1), 'abc'.replace('', '.'), 'abc'.replace('', '.', 2), 'aaa'.replace('aa', 'b'), ''.replace('', 'x'), 'abc'.replace('x', 'y', -1), 'aXbX'.replace('X', ''), 'abc'.replace('b', 'B', count=1), 'é☃'.replace('☃', 'x'))
print('  a '.strip() + '|', 'xxaxx'.strip('x'), 'www.example.com'.strip('cmowz.'), ' a'.lstrip(), 'a '.rstrip() + '|', 'abcba'.lstrip('ab'), 'mississippi'.rstrip('ipz'), ''.strip(), '   '.strip() + '|', 'abc'.strip(''), '\u2003a\u2003'.strip(), 'abc'.strip(None))
print('TestHook'.removeprefix('Test'), 'BaseTest'.removeprefix('Test'), 'MiscTests'.removesuffix('Tests'), 'x'.removesuffix(''), 'aa'.removeprefix('a'))
table = str.maketrans({'a': '1', 'b': None, ord('c'): 'xyz', 'd': 101})
print('abcde'.translate(table), 'hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate(str.maketrans('el', 'ip', 'o')), 'abc'.translate({97: 'A'}), str.maketrans('ab', 'cd', 'e'), 'ab'.translate({97: None}), 'abc'.translate(dict.fromkeys(map(ord, 'ac'), '-')))
for bad in (lambda: s.index('cat'), lambda: s.rindex('cat'), lambda: s.find(5), lambda: s.split(''), lambda: s.split(5), lambda: s.partition(''), lambda: s.partition(5), lambda: ','.join([1]), lambda: ','.join(['a', 1]), lambda: ','.join(5), lambda: s.replace('a'), lambda: s.replace('a', 5), lambda: s.strip(5), lambda: s.startswith(5), lambda: s.startswith((5,)), lambda: s.startswith(['a']), lambda: str.maketrans('ab', 'c'), lambda: str.maketrans({'ab': 1}), lambda: str.maketrans(5), lambda: 'a'.translate({97: 10 ** 10}), lambda: 'a'.translate({97: 1.5}), lambda: 'a'.translate(5), lambda: s.count(5), lambda: s.removeprefix(5), lambda: s.split(sep=' ', maxsplit='a'), lambda: s.find('a', 'b'), lambda: s.rsplit('')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print('abc' in s, 'quick' in s, s[4:9], s[-3:], len(s), s * 0, max(s), min('ba'), sorted('hello'), list('ab'), 'a' < 'b', 'Z' < 'a', 'abc' == 'abc', hash('abc') == hash('ab' + 'c'), 'x'.__add__('y'), 'é' > 'z', '' < 'a')
