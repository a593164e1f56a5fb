"""Library reference: io, StringIO and BytesIO and text wrappers."""
import io
s = io.StringIO('first\nsecond\r\nthird')
print(repr(s.read(3)), repr(s.readline()), s.tell(), repr(s.read()), repr(s.read()), s.seek(0), s.readlines(), repr(s.getvalue()))
s = io.StringIO()
print(s.write('abc'), s.write(''), s.tell(), s.seek(1), s.write('X'), s.getvalue(), s.truncate(2), s.getvalue(), s.seek(0, 2), s.writelines(['d', 'e']), s.getvalue(), s.closed, s.readable(), s.writable(), s.seekable(), s.isatty(), s.newlines, s.line_buffering, s.encoding, s.errors)
print(repr(io.StringIO('a\r\nb\rc', newline=None).read()), repr(io.StringIO('a\r\nb', newline='').readline()), repr(io.StringIO('a\nb', newline='\r\n').getvalue()), list(io.StringIO('x\ny')), next(io.StringIO('n')))
s = io.StringIO('abc')
s.seek(10)
s.write('z')
print(repr(s.getvalue()))
with io.StringIO('ctx') as c:
    print(c.read())
for bad in (lambda: c.read(), lambda: c.getvalue(), lambda: s.write(5), lambda: s.write(b'a'), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 5), lambda: s.fileno(), lambda: s.read('a'), lambda: io.StringIO(5), lambda: io.StringIO('a', newline='x'), lambda: s.truncate(-1), lambda: s.detach(), lambda: io.BytesIO('a'), lambda: io.BytesIO().write('a'), lambda: io.BytesIO(b'a').seek(-5), lambda: io.BytesIO().read('a'), lambda: io.open('/nope/nope'), lambda: io.IOBase().fileno(), lambda: s.nope, lambda: s.readline('a')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)
b = io.BytesIO(b'hello\nworld\n')
print(b.read(2), b.read1(2), b.readline(), b.readinto(x := bytearray(3)), x, b.tell(), b.seek(-2, 2), b.read(), b.getvalue(), b.seek(2), b.write(b'LL'), b.getvalue(), b.truncate(5), b.getvalue(), b.readlines(), b.seek(0), b.readlines(), b.getbuffer().nbytes if False else '', io.BytesIO(b'ab').peek if False else '')
b = io.BytesIO()
b.writelines([b'a', bytearray(b'b')])
print(b.getvalue(), b.closed, b.close(), b.closed)
w = io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\n', write_through=True)
print(w.write('é\n'), w.buffer.getvalue(), w.encoding, w.errors, w.line_buffering)
r = io.TextIOWrapper(io.BytesIO('é\r\nline2\n'.encode()), encoding='utf-8')
print(repr(r.readline()), repr(r.read()), r.newlines)
br = io.BufferedReader(io.BytesIO(b'abcdef'))
print(br.peek(2)[:2], br.read(3), br.read1(10), br.read())
print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.BytesIO, io.BufferedIOBase), isinstance(s, io.IOBase), io.DEFAULT_BUFFER_SIZE, io.SEEK_END, issubclass(io.UnsupportedOperation, (OSError, ValueError)))


class Upper(io.TextIOBase):
    def __init__(self, f):
        self.f = f

    def write(self, text):
        return self.f.write(text.upper())


out = io.StringIO()
print('shout', 5, file=Upper(out))
print(out.getvalue())


class Raw(io.RawIOBase):
    def __init__(self):
        self.data = b'raw data'

    def readable(self):
        return True

    def readinto(self, buffer):
        n = min(len(buffer), 3, len(self.data))
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        return n


print(Raw().read(2), Raw().readall(), io.BufferedReader(Raw()).read())
