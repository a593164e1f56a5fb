"""Library reference: built-in types, bytes and bytearray."""
b = b'hello world'
print(b[0], b[1:3], b[-1:], list(b[:3]), b'lo' in b, 104 in b, b + b'!', b'ab' * 2, b < b'z', b == bytearray(b), hash(b) == hash(bytes(b)), bytes.fromhex('2Ef0 F1f2'), b.hex(), b'\xf0\xf1\xf2'.hex('-'), b'\xf0\xf1\xf2\xf3'.hex('_', 2), b'\xf0\xf1\xf2'.hex(':', -2), bytes(3), bytes([1, 2]), bytes('é', 'utf8'), bytes(b'x'), len(b), b.decode(), str(b, 'ascii'), repr(b'\'"\n\\\x80'), b'%d' % 5)
print(b.count(b'l'), b.count(108), b.find(b'o'), b.rfind(b'o'), b.find(111), b.index(b'w'), b.startswith(b'he'), b.startswith((b'x', b'h')), b.endswith(b'ld'), b.replace(b'l', b'L', 1), b.split(), b.split(b'o'), b.rsplit(b'o', 1), b.partition(b' '), b.rpartition(b'o'), b' a\t'.strip(), b'xxaxx'.strip(b'x'), b'a,b,,c'.split(b','), b'a\nb\r\nc'.splitlines(), b'a\nb'.splitlines(True), b','.join([b'a', bytearray(b'b')]), b.upper(), b.title(), b.capitalize(), b'Ab'.swapcase(), b.center(15, b'*'), b'5'.zfill(3), b'-5'.zfill(4), b'a\tb'.expandtabs(4), b'ab'.ljust(4), b'ab'.rjust(4, b'.'), b'read this'.translate(None, b'aeiou'), b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'TestHook'.removeprefix(b'Test'), b'a.py'.removesuffix(b'.py'), b'abc'.isalpha(), b'12'.isdigit(), b'a1'.isalnum(), b' '.isspace(), b'A'.isupper(), b'a'.islower(), b'A b'.istitle(), b'\x80'.isascii(), b'aXbXc'.lstrip(b'a'), b'aa'.rstrip(b'a'))
ba = bytearray(b'abc')
ba[0] = 65
ba[1:2] = b'XYZ'
ba.append(33)
ba.extend([48, 49])
ba += b'end'
ba.insert(0, 60)
print(ba, ba.pop(), ba.pop(0), ba.remove(33), ba, ba.reverse(), ba, ba.copy() is ba, ba.find(b'X'), ba * 2, ba + b'x', type(b'x' + ba).__name__, type(ba + b'x').__name__, bytearray.fromhex('00ff'), ba.hex(), bytearray(2), bytearray(b'a') == b'a', ba[::2], len(ba), ba.clear(), ba, bytearray('é', 'latin-1'), bytearray([1, 2, 3])[1])
ba = bytearray(b'0123456789')
del ba[::2]
ba[1:3] = []
ba[:] = b'new'
ba *= 2
print(ba, ba.upper(), ba.split(b'w'), ba.startswith(b'n'), ba.decode(), bytes(ba), ba.replace(b'n', b''), ba.__alloc__() >= len(ba), ba.isalpha(), sorted(ba), max(ba))
for bad in (lambda: b[0:1] + 'a', lambda: b.find('a'), lambda: b.join(['a']), lambda: b''.join([1]), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(['a']), lambda: bytes(-1), lambda: bytes('a'), lambda: bytes(1, 2), lambda: b'a' * 'b', lambda: b.index(b'zz'), lambda: b.index(300), lambda: b.split(b''), lambda: b.split('a'), lambda: b.replace(b'a'), lambda: b.startswith('a'), lambda: b.startswith([b'a']), lambda: bytes.fromhex('abc'), lambda: bytes.fromhex('zz'), lambda: bytes.fromhex(5), lambda: b.hex('ab'), lambda: b.hex(5), lambda: b.decode('nope'), lambda: b'\xff'.decode(), lambda: b'\xff'.decode('ascii'), lambda: b.center(5, b'ab'), lambda: b.translate(b'a'), lambda: bytes.maketrans(b'a', b'bc'), lambda: b < 'a', lambda: b['a'], lambda: b[20], lambda: 300 in b, lambda: 'a' in b, lambda: b.count(1.5), lambda: bytearray(b'a').append(300), lambda: bytearray(b'a').append('a'), lambda: bytearray().pop(), lambda: bytearray(b'a').remove(5), lambda: bytearray(b'a').extend(5), lambda: bytearray(b'a').extend('a'), lambda: bytearray(b'ab').__setitem__(0, 256), lambda: bytearray(b'ab').__setitem__(slice(0, 2, 2), b'abc'), lambda: bytearray(b'a').insert('x', 1), lambda: hash(bytearray()), lambda: b'%s' % 'a', lambda: b'a'.decode(errors=5), lambda: bytearray(5, 'a'), lambda: exec("b'a'[0] = 1"), lambda: b'a'.zfill('a'), lambda: b.partition(b''), lambda: b.strip('a')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for codec in ('utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-32-be', 'utf-8-sig', 'cp1252' if False else 'iso-8859-1'):
    try:
        print(codec, 'aé'.encode(codec), 'aé'.encode(codec).decode(codec))
    except UnicodeError as error:
        print(codec, error, error.start, error.end, error.reason, error.object, error.encoding)
for handler in ('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace', 'surrogateescape', 'strict'):
    try:
        print(handler, 'aé☃'.encode('ascii', handler), end=' ')
    except (UnicodeError, LookupError) as error:
        print(handler, error, end=' ')
    try:
        print(ascii(b'a\xff\xc3'.decode('utf-8', handler)))
    except (UnicodeError, TypeError) as error:
        print(error)
