"""Text and Unicode: code points, names, normal forms, encodings, errors."""
s = 'é e\u0301 ñ 中 😀 \u200d ß ﬁ İ ı Σς'
print(len(s), [hex(ord(c)) for c in 'é😀'], ascii(s), s.encode('utf-8'), s.encode('utf-8').decode('utf-8') == s, len('😀'.encode('utf-16-le')), '\N{GREEK SMALL LETTER ALPHA}', '\u00e9' == 'é', 'e\u0301' == 'é')
print([c.isalpha() for c in 'é中1_'], [c.isnumeric() for c in '½五Ⅷ5'], 'ß'.upper(), 'ß'.casefold(), 'ﬁ'.upper(), 'İ'.lower() == 'i\u0307', 'ΣΑΣ'.lower(), 'ǅ'.title(), 'ŉ'.upper(), '\u1e9e'.lower(), 'ΐ'.upper(), 'STRASSE'.casefold() == 'straße'.casefold())
for text, encoding in (('abc', 'ascii'), ('é', 'latin-1'), ('é', 'utf-8'), ('é', 'utf-16'), ('é', 'utf-16-be'), ('é', 'utf-32-le'), ('é', 'utf-8-sig'), ('\ud800', 'utf-8'), ('é', 'ascii'), ('€', 'latin-1'), ('a', 'nope')):
    try:
        print(encoding, text.encode(encoding))
    except (UnicodeError, LookupError) as error:
        print(encoding, type(error).__name__, error)
for data, encoding in ((b'\xff\xfea\x00', 'utf-16'), (b'\xef\xbb\xbfa', 'utf-8-sig'), (b'\x80abc', 'utf-8'), (b'a\xe9', 'latin-1'), (b'\xc3', 'utf-8'), (b'\xed\xa0\x80', 'utf-8'), (b'\xf0\x9f\x98', 'utf-8'), (b'\xc0\x80', 'utf-8'), (b'\x00\xd8', 'utf-16-le'), (b'a', 'utf-16-le'), (b'\xff\xff\xff\xff', 'utf-32'), (b'\xe2\x28\xa1', 'utf-8')):
    try:
        print(encoding, ascii(data.decode(encoding)))
    except UnicodeDecodeError as error:
        print(encoding, error)
    print(ascii(data.decode(encoding, 'replace')), ascii(data.decode(encoding, 'ignore')))
print(b'\x80abc'.decode('utf-8', 'backslashreplace'), 'a\u20ac'.encode('ascii', 'xmlcharrefreplace'), 'a\u20ac'.encode('ascii', 'namereplace'), b'\xff'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'), '\udcff'.encode('utf-8', 'surrogatepass'), ascii(b'\xed\xb3\xbf'.decode('utf-8', 'surrogatepass')))
print('naïve'.translate({0xef: 'i'}), 'a\u0300'[::-1] == '\u0300a', sorted('zéa'), 'Ä' < 'ä', max('aé'), 'é' in 'café', 'café'.find('é'), 'ñandú'.capitalize(), 'ÀÉ'.swapcase(), 'ÅNGSTRÖM'.title(), 'x\u2028y'.splitlines(), '\u3000a'.strip(), 'a\xa0b'.split(), '１２'.isdecimal(), int('１２'), float('１.５'), '²'.isdigit(), 'ª'.islower(), '\u0345'.upper() == '\u0399', 'ⓐ'.upper(), 'ㅎ'.isidentifier(), 'µ'.casefold() == 'μ', chr(0x10ffff).isprintable(), repr('\x7f\x80\xad\u2028\ud800\U000e0001'), '\t'.isprintable(), ' '.isprintable())
名 = 5
ñ = 2
print(名 + ñ, 'ﬁ'.isidentifier(), {'clé': 1}['clé'], f'{名=}')
