# Text files: modes, lines, positions, ends of lines, encodings.
import io
import os
import tempfile

os.chdir(tempfile.mkdtemp())
with open("a.txt", "w") as f:
    print(f.write("first\nsecond\n"), f.tell(), f.writable(), f.readable(), f.closed, f.name, f.mode)
    f.writelines(["third\n", "fourth"])
print(f.closed)
with open("a.txt") as f:
    print(repr(f.readline()), f.tell(), f.read(3), f.tell(), repr(f.read()), repr(f.read()))
    print(f.seek(0), f.readlines(), f.seek(0, 2), f.seek(6), f.readline(4))
with open("a.txt") as f:
    for number, line in enumerate(f, 1):
        print(number, line.rstrip())
with open("a.txt", "a") as f:
    print(f.tell() > 0, f.write("!\n"))
with open("a.txt", "r+") as f:
    print(f.read(5), f.seek(0), f.write("FIRST"), f.flush(), f.seek(0), f.readline())
    print(f.truncate(6), f.seek(0), repr(f.read()))
try:
    open("a.txt", "x")
except FileExistsError as error:
    print(error)
with open("ends.txt", "wb") as f:
    f.write(b"unix\nwin\r\nmac\rlast")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("ends.txt", newline=newline) as f:
        print(repr(newline), f.readlines(), repr(f.newlines))
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("out.txt", "w", newline=newline) as f:
        f.write("a\nb\r\n")
    with open("out.txt", "rb") as f:
        print(repr(newline), f.read())
for encoding in ("utf-8", "utf-16", "utf-8-sig", "latin-1", "utf-32-le", "ascii"):
    try:
        with open("e.txt", "w", encoding=encoding) as f:
            f.write("Grüße\n")
            f.write("zwei")
        with open("e.txt", "rb") as f:
            print(encoding, f.read())
        with open("e.txt", encoding=encoding) as f:
            print(f.read(), f.encoding, f.errors)
    except UnicodeEncodeError as error:
        print(error)
with open("e.txt", "wb") as f:
    f.write("ok ".encode() + b"\xff\xfe end")
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    try:
        with open("e.txt", encoding="utf-8", errors=errors) as f:
            print(ascii(f.read()))
    except UnicodeDecodeError as error:
        print(error)
with open("big.txt", "w") as f:
    for number in range(20000):
        f.write(f"line {number} ä\n")
with open("big.txt") as f:
    lines = f.readlines()
    print(len(lines), lines[-1], f.seek(0), f.readline(), f.tell())
with open("big.txt") as f:
    for _ in range(5000):
        f.readline()
    place = f.tell()
    line = f.readline()
    f.seek(place)
    print(place, line == f.readline(), next(f))
    try:
        f.tell()
    except OSError as error:
        print(error)
print(*(line.strip() for line in open("a.txt")), sep="|")
with open("a.txt", "w") as f:
    print("printed", 1, 2, sep="-", file=f)
    f.write("é" * 3)
print(os.path.getsize("a.txt"), open("a.txt").read())
