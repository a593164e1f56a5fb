# Binary files, buffered and raw.
import io
import os
import tempfile

os.chdir(tempfile.mkdtemp())
with open("b", "wb") as f:
    print(f.write(bytes(range(10))), f.tell(), f.name, f.mode, f.raw.mode, f.raw.closefd)
    try:
        f.write("text")
    except TypeError as error:
        print(error)
    try:
        f.read()
    except io.UnsupportedOperation as error:
        print(repr(error))
with open("b", "rb") as f:
    print(f.read(3), f.tell(), f.peek(2)[:2], f.read1(2), f.seek(-2, 1), f.read(), f.read(), f.seek(2), f.seek(-1, 2))
    buffer = bytearray(4)
    print(f.seek(0), f.readinto(buffer), buffer, f.readable(), f.writable(), f.seekable(), f.isatty())
    try:
        f.write(b"")
    except io.UnsupportedOperation as error:
        print(repr(error))
with open("b", "rb", buffering=0) as f:
    print(type(f).__name__, f.read(4), f.readall(), f.read(1), f.mode)
with open("b", "r+b") as f:
    print(f.read(2), f.write(b"XY"), f.seek(0), f.read(), f.truncate(3), f.seek(0), f.read())
with open("b", "w+b") as f:
    print(f.write(b"one\ntwo\nthree"), f.seek(0), f.readlines(), f.seek(0), f.readline(2), list(f))
with open("b", "ab+") as f:
    print(f.tell(), f.write(b"!"), f.seek(0), f.read())
with open("b", "rb") as f, open("c", "wb") as g:
    while piece := f.read(4):
        g.write(piece)
print(open("c", "rb").read())
fd = os.open("d", os.O_RDWR | os.O_CREAT, 0o644)
print(os.write(fd, b"hello"), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 10), os.fstat(fd).st_size)
with os.fdopen(fd, "r+") as f:
    print(f.fileno() == fd, f.name == fd, f.seek(0), f.read())
try:
    os.read(fd, 1)
except OSError as error:
    print(error)
for mode in ("", "b", "z", "rw", "rtb", "r+w", "rr", "U"):
    try:
        open("b", mode)
    except ValueError as error:
        print(repr(mode), error)
for call in (
    lambda: open("b", "rb", encoding="utf-8"), lambda: open("b", "rb", newline=""),
    lambda: open("b", "rb", errors="strict"), lambda: open("b", "r", newline="x"),
    lambda: open("b", buffering=0), lambda: open("b", encoding=5), lambda: open("b", encoding="nope"),
    lambda: open(1.5), lambda: open("b", 5), lambda: open("missing"), lambda: open("."),
    lambda: open("b/x"), lambda: open("no/x", "w"), lambda: open("a\0b"), lambda: open(-5),
):
    try:
        call()
    except (OSError, ValueError, TypeError, LookupError) as error:
        print(type(error).__name__, error)
f = open("b")
print(f.buffer, f.buffer.raw, f.encoding.lower())
f.close()
f.close()
for call in (f.read, f.readline, lambda: next(f), lambda: f.seek(0), f.tell, f.fileno, f.__enter__, lambda: f.write("")):
    try:
        call()
    except ValueError as error:
        print(error)
g = open("b", "rb")
g.close()
for call in (g.read, g.readline, lambda: g.seek(0)):
    try:
        call()
    except ValueError as error:
        print(error)


class Path:
    def __fspath__(self):
        return "b"


print(open(Path()).read(), open(b"b").read(), isinstance(io.BytesIO(), io.BufferedIOBase), open is io.open)
