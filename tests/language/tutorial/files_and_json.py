"""Tutorial 7.2: files, and JSON in them."""
import json
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'workfile')
with open(path, 'w', encoding='utf-8') as f:
    print(f.write('This is a test\n'), f.closed, f.mode, f.encoding)
    print(f.write(str(('the answer', 42))), f.tell())
print(f.closed)
try:
    f.read()
except ValueError as error:
    print(error)
with open(path, encoding='utf-8') as f:
    print(repr(f.read()), repr(f.read()))
    f.seek(0)
    print(repr(f.readline()), repr(f.readline()), repr(f.readline()))
    f.seek(0)
    for line in f:
        print(line, end='|')
    print()
    f.seek(0)
    print(f.readlines(), list(f))
with open(path, 'rb+') as f:
    print(f.write(b'0123456789abcdef'), f.seek(5), f.read(1), f.seek(-3, 2), f.read(1), f.tell())
with open(path, 'a') as f:
    f.writelines(['x\n', 'y\n'])
with open(path) as f:
    print(repr(f.read(4)), repr(f.read()))
for mode in ('x', 'q', 'rw', 'rbt'):
    try:
        open(path, mode)
    except (ValueError, FileExistsError) as error:
        print(type(error).__name__, str(error).replace(folder, '<folder>'))
try:
    open(os.path.join(folder, 'missing'))
except FileNotFoundError as error:
    print(error.errno, error.strerror, os.path.basename(error.filename))
try:
    with open(path) as f:
        f.write('x')
except OSError as error:
    print(type(error).__name__, error)
x = [1, 'simple', 'list', {'nested': [True, None, 1.5]}]
print(json.dumps(x))
with open(path, 'w') as f:
    json.dump(x, f)
with open(path) as f:
    print(json.load(f) == x)
print(json.dumps({'b': 1, 'a': [1, 2]}, indent=2, sort_keys=True))
try:
    json.loads('{"a": 1,}')
except json.JSONDecodeError as error:
    print(error, error.pos, error.lineno, error.colno)
os.remove(path)
os.rmdir(folder)
