"""Library reference: open and io, text files with newlines, encodings, errors, buffers."""
import io
import os
import tempfile
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'f.txt')
for newline in (None, '', '\n', '\r', '\r\n'):
    with open(path, 'w', newline=newline) as f:
        f.write('a\nb\r\nc\rd')
    raw = open(path, 'rb').read()
    reads = []
    for n in (None, '', '\n', '\r', '\r\n'):
        with open(path, newline=n) as f:
            reads.append(f.readlines())
            reads.append(f.newlines)
    print(repr(newline), raw, reads)
with open(path, 'w', encoding='utf-16') as f:
    f.write('é\n')
print(open(path, 'rb').read(), ascii(open(path, encoding='utf-16').read()))
with open(path, 'w', encoding='ascii', errors='xmlcharrefreplace') as f:
    f.write('aé☃')
print(open(path).read())
with open(path, 'wb') as f:
    f.write(b'ok\xff\xfebad\n')
for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
    try:
        with open(path, encoding='utf-8', errors=errors) as f:
            print(errors, ascii(f.read()))
    except UnicodeDecodeError as error:
        print(errors, error)
with open(path, 'w+') as f:
    print(f.write('0123456789'), f.tell(), f.seek(3), f.read(2), f.tell(), f.seek(0, 2), f.write('X'), f.seek(0), f.read(), f.truncate(4), f.seek(0), f.read(), f.name == path, f.mode, f.encoding.lower(), f.errors, f.line_buffering, f.closed, f.readable(), f.writable(), f.seekable(), f.isatty(), f.fileno() > 2, type(f).__name__, type(f.buffer).__name__, type(f.buffer.raw).__name__)
with open(path, 'a+') as f:
    f.write('!')
    f.seek(0)
    print(f.read())
try:
    with open(path, 'x'):
        pass
except FileExistsError as error:
    print(error.errno, type(error).__name__)
with open(path, 'w') as f:
    f.writelines(['l1\n', 'l2\n', 'l3'])
with open(path) as f:
    print(next(f), f.readline(), f.readline(), repr(f.readline()), [*f])
with open(path) as f:
    for number, line in enumerate(f, 1):
        print(number, line.rstrip('\n'), end=';')
    print()
with open(path) as f:
    print(f.readlines(3), f.read(1), f.readline(1), repr(f.read(0)), f.read(100))
with open(path, 'rb') as f:
    print(f.read(2), f.peek(1)[:1], f.readline(), f.tell(), f.seek(-2, os.SEEK_END), f.read(), f.readinto(bytearray(3)), f.mode, type(f).__name__, f.name == path)
with open(path, 'rb', buffering=0) as f:
    print(type(f).__name__, f.read(3), f.readall())
with open(path, 'r+b') as f:
    f.seek(1)
    f.write(b'ZZ')
    f.flush()
    print(os.path.getsize(path), f.seek(0), f.read())
for bad in (lambda: open(path, 'z'), lambda: open(path, 'rw'), lambda: open(path, 'rb', encoding='utf-8'), lambda: open(path, 'r', newline='x'), lambda: open(path, 'r', buffering=0), lambda: open(path, encoding='nope'), lambda: open(folder), lambda: open(os.path.join(folder, 'no', 'x'), 'w'), lambda: open(5.5), lambda: open(path).write('x'), lambda: open(path, 'w').read(), lambda: open(path, 'rb').write(b'x'), lambda: open(path, 'wb').write('x'), lambda: open(path, 'w').write(b'x'), lambda: open(path).seek(1, 1), lambda: open(path).seek(-1), lambda: open(path, mode=5), lambda: open(path, 'U'), lambda: open(path, errors='nope').read() and 'fine', lambda: open('a\0b')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, '<folder>'))
f = open(path, 'w')
f.close()
for bad in (lambda: f.write('x'), lambda: f.read(), lambda: f.fileno(), lambda: next(f), lambda: f.__enter__(), lambda: f.tell(), lambda: f.flush()):
    try:
        bad()
    except ValueError as error:
        print(error)
print(f.closed, f.close())
with open(path, 'w') as f:
    print('one', 2, [3], sep='|', end='$\n', file=f, flush=True)
    print(file=f)
print(repr(open(path).read()))
w = io.TextIOWrapper(io.BytesIO(), 'utf-8', newline='\r\n', line_buffering=True)
w.write('x\ny')
w.flush()
print(w.buffer.getvalue(), w.detach().getvalue())
try:
    w.write('z')
except ValueError as error:
    print(error)
import shutil
shutil.rmtree(folder)
